package dev.headroom.actors.profile;

import java.util.Optional;
import java.util.OptionalInt;

/** Which profiles ClearChargingProfile means: by id alone, or by all that is given. */
public record ProfileFilter(
    OptionalInt id, OptionalInt connector, Optional<ProfilePurpose> purpose, OptionalInt level) {

  boolean matches(int installedAt, ChargingProfile profile) {
    if (id.isPresent()) {
      return profile.id() == id.getAsInt();
    }
    return connector.orElse(installedAt) == installedAt
        && purpose.orElse(profile.purpose()) == profile.purpose()
        && level.orElse(profile.stackLevel()) == profile.stackLevel();
  }
}
