package dev.headroom.gateway.fact;

import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.session.OpenTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this gateway has seen of stations, for when the database does not know it yet. Keeps a
 * bounded number of them; the one heard of longest ago is forgotten first.
 */
@ApplicationScoped
public class RecentStations {

  private static final int MOST_STATIONS = 50_000;
  private static final int MOST_ENDED = 20;

  /**
   * @param ended ids of the latest transactions that have ended
   */
  record Seen(Optional<StationIdentity> identity, List<OpenTransaction> open, Set<String> ended) {
    private static final Seen NOTHING = new Seen(Optional.empty(), List.of(), Set.of());
  }

  private final Map<String, Seen> byStation = new LinkedHashMap<>();

  synchronized Seen of(String stationId) {
    return byStation.getOrDefault(stationId, Seen.NOTHING);
  }

  public synchronized void booted(String stationId, StationIdentity identity) {
    Seen seen = of(stationId);
    keep(stationId, new Seen(Optional.of(identity), seen.open, seen.ended));
  }

  public synchronized void started(String stationId, OpenTransaction transaction) {
    Seen seen = of(stationId);
    List<OpenTransaction> open =
        Stream.concat(others(seen, transaction.id()), Stream.of(transaction)).toList();
    keep(stationId, new Seen(seen.identity, open, seen.ended));
  }

  public synchronized void ended(String stationId, String transactionId) {
    Seen seen = of(stationId);
    Set<String> ended =
        Stream.concat(Stream.of(transactionId), seen.ended.stream())
            .distinct()
            .limit(MOST_ENDED)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    keep(stationId, new Seen(seen.identity, others(seen, transactionId).toList(), ended));
  }

  private static Stream<OpenTransaction> others(Seen seen, String transactionId) {
    return seen.open.stream().filter(open -> !open.id().equals(transactionId));
  }

  private void keep(String stationId, Seen seen) {
    byStation.remove(stationId);
    byStation.put(stationId, seen);
    if (byStation.size() > MOST_STATIONS) {
      Iterator<String> oldest = byStation.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }
}
