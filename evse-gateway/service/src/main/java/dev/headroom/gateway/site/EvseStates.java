package dev.headroom.gateway.site;

import dev.headroom.core.evse.EvseState;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The latest state of every EVSE, of this gateway's and of others'. */
final class EvseStates {

  private record Known(long epoch, EvseState state) {}

  private final Map<String, Map<String, Known>> bySite = new HashMap<>();

  /**
   * Keeps a state unless it belongs to an earlier connection of the EVSE than the one we know of.
   *
   * @param offset of its record; it is the epoch where the record opens a connection
   * @return whether it was kept
   */
  boolean keep(EvseState state, long offset) {
    long epoch = state.connectionEpoch().orElse(offset);
    Map<String, Known> site = bySite.computeIfAbsent(state.site(), name -> new HashMap<>());
    Known known = site.get(state.evse());
    if (known != null && known.epoch > epoch) {
      return false;
    }
    site.put(state.evse(), new Known(epoch, state));
    return true;
  }

  void forget(String site, String evse) {
    Map<String, Known> evses = bySite.get(site);
    if (evses != null) {
      evses.remove(evse);
    }
  }

  Collection<EvseState> of(String site) {
    Map<String, Known> evses = bySite.get(site);
    return evses == null ? List.of() : evses.values().stream().map(Known::state).toList();
  }
}
