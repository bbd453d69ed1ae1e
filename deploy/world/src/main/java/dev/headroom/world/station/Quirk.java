package dev.headroom.world.station;

/** What real chargers do otherwise than the specification has it; for as long as they live. */
public enum Quirk {
  /** Rejects a profile in which any period says 0. */
  REJECTS_ZERO(true),
  /** Advertises power only, and rejects a profile in amperes. */
  WATTS_ONLY(true),
  /** Knows stack level 0 alone, and says so. */
  ONE_STACK_LEVEL(true),
  /** Has room for two periods in a schedule, and says so. */
  FEW_PERIODS(true),
  /** Forgets every profile with the link, and then gives its own maximum. */
  DROPS_PROFILES_ON_LINK_LOSS(false),
  /** Forgets every profile when power is lost, the lasting ones too. */
  LOSES_PROFILES_ON_REBOOT(false),
  /** Accepts every profile and gives its own maximum. */
  IGNORES_LIMITS(false),
  /** Gives its own maximum for two seconds after a new profile, before it follows. */
  SPIKES(false),
  /** Takes twenty seconds from its own maximum to nothing, and back. */
  SLOW_RAMP(false);

  private final boolean safe;

  Quirk(boolean safe) {
    this.safe = safe;
  }

  /** Whether its fallback can be relied upon all the same. */
  public boolean isSafe() {
    return safe;
  }
}
