package dev.headroom.actors.profile;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which profiles Get- and ClearChargingProfile mean: by id alone, or by all that is given.
 *
 * @param ids any of these; empty if profiles are not meant by their id
 */
public record ProfileFilter(
    Set<Integer> ids, OptionalInt connector, Optional<ProfilePurpose> purpose, OptionalInt level) {

  public ProfileFilter {
    ids = Set.copyOf(ids);
  }

  boolean matches(InstalledProfile installed) {
    ChargingProfile profile = installed.profile();
    if (!ids.isEmpty()) {
      return ids.contains(profile.id());
    }
    return connector.orElse(installed.connector()) == installed.connector()
        && purpose.orElse(profile.purpose()) == profile.purpose()
        && level.orElse(profile.stackLevel()) == profile.stackLevel();
  }
}
