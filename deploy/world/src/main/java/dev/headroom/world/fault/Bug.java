package dev.headroom.world.fault;

/** What an adapter does wrong on purpose, so that the oracle is tested. */
public enum Bug {
  NONE,
  /** A silent meter's last reading counts as new for ever. */
  STALE_IS_FRESH,
  /** A paused owner that wakes writes under the newest epoch. */
  EPOCH_IGNORED,
  /** Live profiles reach the charger without their tail. */
  NO_TAIL,
  /** The CT's ratio is set to half. */
  METER_HALVED
}
