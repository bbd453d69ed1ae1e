package dev.headroom.gateway.core.profile;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where our profiles go in a charger. Their ids are fixed, so that each replaces itself in place:
 * there is never a moment without one. OCPP 2.0.1 refuses a profile at the level of another of its
 * purpose (K01.FR.06, K01.FR.39), so ours take levels that are free; where none is, the id of the
 * one that lies there, which replaces it. One for the whole station cannot be replaced by several:
 * ours are refused until it is cleared.
 *
 * @param found what the charger holds; empty if it cannot say
 */
public record Slots(List<FoundProfile> found, int maxStackLevel) {

  private static final int MAXIMUM_ID = 1;
  private static final int BASE_IDS = 10_000;
  private static final int LIVE_IDS = 20_000;
  private static final int IDS = 1_000;

  public Slots {
    found = List.copyOf(found);
  }

  Profile.Slot maximum() {
    return slot(ProfilePurpose.STATION_MAXIMUM, 0, MAXIMUM_ID, 0);
  }

  Profile.Slot base(int evseId) {
    return slot(ProfilePurpose.TX_DEFAULT, evseId, BASE_IDS + evseId, 0);
  }

  Profile.Slot live(int evseId) {
    return slot(ProfilePurpose.TX, evseId, LIVE_IDS + evseId, Math.min(1, maxStackLevel));
  }

  /** The ids of an EVSE's profiles. */
  public List<Integer> ids(int evseId) {
    return List.of(base(evseId).id(), live(evseId).id());
  }

  /**
   * The ids of those that could overrule ours and are not replaced by ours: somebody else's, and
   * what we left under our own id at an EVSE where we take another's now.
   */
  public List<Integer> foreign(List<Integer> replaced) {
    return found.stream()
        .filter(profile -> !replaced.contains(profile.slot().id()))
        .filter(profile -> !isOurs(profile.slot().id()) || isLeftBehind(profile, replaced))
        .map(profile -> profile.slot().id())
        .distinct()
        .toList();
  }

  /** An EVSE that is no longer ours keeps what we gave it: without, it would take its maximum. */
  private boolean isLeftBehind(FoundProfile ours, List<Integer> replaced) {
    return ours.evseId() != 0 && replaced.containsAll(ids(ours.evseId()));
  }

  private Profile.Slot slot(ProfilePurpose purpose, int evseId, int id, int preferredLevel) {
    return IntStream.concat(IntStream.of(preferredLevel), IntStream.rangeClosed(0, maxStackLevel))
        .filter(level -> occupant(purpose, evseId, level).isEmpty())
        .mapToObj(level -> new Profile.Slot(id, level))
        .findFirst()
        .or(
            () ->
                occupant(purpose, evseId, preferredLevel)
                    .filter(other -> other.evseId() == evseId)
                    .map(FoundProfile::slot))
        .orElse(new Profile.Slot(id, preferredLevel));
  }

  /** A default for the whole station lies in the way of one for an EVSE. */
  private Optional<FoundProfile> occupant(ProfilePurpose purpose, int evseId, int level) {
    return found.stream()
        .filter(profile -> profile.purpose() == purpose)
        .filter(profile -> profile.evseId() == evseId || profile.evseId() == 0)
        .filter(profile -> profile.slot().stackLevel() == level && !isOurs(profile.slot().id()))
        .findFirst();
  }

  private static boolean isOurs(int id) {
    return id == MAXIMUM_ID
        || (id > BASE_IDS && id < BASE_IDS + IDS)
        || (id > LIVE_IDS && id < LIVE_IDS + IDS);
  }
}
