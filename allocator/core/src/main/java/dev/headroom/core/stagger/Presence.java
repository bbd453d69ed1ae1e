package dev.headroom.core.stagger;

/** How a charger that was heard of is there. */
public enum Presence {
  /** Not reachable. */
  OFFLINE,
  /** Reachable, with a vehicle that has no current: its limit is 0 or was never acknowledged. */
  WAITS_AT_ZERO,
  /** Reachable otherwise. */
  ONLINE
}
