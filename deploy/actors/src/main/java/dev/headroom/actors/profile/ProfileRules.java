package dev.headroom.actors.profile;

import java.util.Optional;

/** Where the versions of OCPP differ in the profiles that a charger takes. */
public enum ProfileRules {
  /** A profile replaces another of its purpose and stack level; a start may be missing (§3.13). */
  OCPP_1_6(false, false),
  /**
   * Another id on the same purpose and stack level is rejected (K01.FR.06, K01.FR.39); absolute and
   * recurring schedules have a start, relative ones have none (K01.FR.40, K01.FR.41).
   */
  OCPP_2_0_1(true, true);

  private final boolean levelHoldsOne;
  private final boolean startIsStrict;

  ProfileRules(boolean levelHoldsOne, boolean startIsStrict) {
    this.levelHoldsOne = levelHoldsOne;
    this.startIsStrict = startIsStrict;
  }

  /** Whether the newcomer takes the place of another id on its purpose and stack level. */
  boolean replacesOnSameLevel() {
    return !levelHoldsOne;
  }

  /** What is wrong with the schedule's start; empty if nothing is. */
  Optional<String> startFault(ChargingProfile profile) {
    boolean relative = profile.kind() == ProfileKind.RELATIVE;
    boolean starts = profile.schedule().start().isPresent();
    if (!startIsStrict || relative != starts) {
      return Optional.empty();
    }
    return Optional.of(
        relative ? "a relative schedule has no start" : "an absolute schedule needs a start");
  }
}
