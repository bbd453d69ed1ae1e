package dev.headroom.gateway.fact;

import dev.headroom.gateway.core.control.Written;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.session.OpenTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
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
  private static final int RECORDED_EACH = 16;

  /**
   * @param ended ids of the latest transactions that have ended
   */
  record Seen(
      Optional<StationIdentity> identity,
      List<OpenTransaction> open,
      Set<String> ended,
      Map<Integer, Written> written) {
    private static final Seen NOTHING = new Seen(Optional.empty(), List.of(), Set.of(), Map.of());
  }

  private final Map<String, Seen> byStation = new LinkedHashMap<>();

  synchronized Seen of(String stationId) {
    return byStation.getOrDefault(stationId, Seen.NOTHING);
  }

  public synchronized void booted(String stationId, StationIdentity identity) {
    Seen seen = of(stationId);
    keep(stationId, new Seen(Optional.of(identity), seen.open, seen.ended, seen.written));
  }

  public synchronized void started(String stationId, OpenTransaction transaction) {
    Seen seen = of(stationId);
    List<OpenTransaction> open =
        Stream.concat(others(seen, transaction.id()), Stream.of(transaction)).toList();
    keep(stationId, new Seen(seen.identity, open, seen.ended, seen.written));
  }

  public synchronized void ended(String stationId, String transactionId) {
    Seen seen = of(stationId);
    Set<String> ended =
        Stream.concat(Stream.of(transactionId), seen.ended.stream())
            .distinct()
            .limit(MOST_ENDED)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    keep(
        stationId,
        new Seen(seen.identity, others(seen, transactionId).toList(), ended, seen.written));
  }

  /**
   * A profile was written.
   *
   * @return what is to be recorded of it: not each write, that would be as many rows
   */
  public synchronized Optional<Fact> wrote(String stationId, int evseId, Written written) {
    Seen seen = of(stationId);
    Map<Integer, Written> all = new HashMap<>(seen.written);
    all.put(evseId, written);
    keep(stationId, new Seen(seen.identity, seen.open, seen.ended, Map.copyOf(all)));
    return written.count() % RECORDED_EACH == 0
        ? Optional.of(new Fact.ProfilesWritten(stationId, evseId, written))
        : Optional.empty();
  }

  /** What was written since it was last recorded. */
  public synchronized List<Fact> unrecorded(String stationId) {
    return of(stationId).written.entrySet().stream()
        .filter(entry -> entry.getValue().count() % RECORDED_EACH != 0)
        .<Fact>map(entry -> new Fact.ProfilesWritten(stationId, entry.getKey(), entry.getValue()))
        .toList();
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
