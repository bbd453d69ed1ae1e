package dev.headroom.gateway.core.ocpp201;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which profiles are asked for; all, where nothing is said. */
public record ChargingProfileCriterion(
    Optional<ChargingProfilePurpose> chargingProfilePurpose,
    OptionalInt stackLevel,
    Optional<List<Integer>> chargingProfileId) {

  public ChargingProfileCriterion {
    chargingProfileId = chargingProfileId.map(List::copyOf);
  }
}
