package dev.headroom.actors.profile;

/**
 * A profile and where it is.
 *
 * @param connector 0 for the whole station
 */
public record InstalledProfile(int connector, ChargingProfile profile) {

  /** Whether both compete for one place: same purpose, same stack level, a connector in common. */
  boolean sharesPlaceWith(InstalledProfile other) {
    return connector == other.connector
        && profile.purpose() == other.profile.purpose()
        && profile.stackLevel() == other.profile.stackLevel();
  }
}
