package dev.headroom.gateway.fact;

import dev.headroom.gateway.charging.ChargingRecord;
import dev.headroom.gateway.core.control.Written;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.session.OpenTransaction;
import dev.headroom.gateway.database.Database;
import dev.headroom.gateway.station.Stations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What a returning station is known by: the database, and over it what this gateway has seen itself
 * and perhaps not written yet.
 */
@ApplicationScoped
public class StationRecords {

  private static final long PATIENCE_MILLIS = 2000;

  /** The sessions of a station that are open, or that this gateway takes for open. */
  private record Stored(
      Optional<StationIdentity> identity,
      List<ChargingRecord> charging,
      Map<Integer, Written> written) {}

  private final Database database;
  private final RecentStations recent;

  StationRecords(Database database, RecentStations recent) {
    this.database = database;
    this.recent = recent;
  }

  /** Never fails: while the database is away it is what this gateway has seen itself. */
  public CompletionStage<StationRecord> of(String stationId) {
    RecentStations.Seen seen = recent.of(stationId);
    List<String> open = seen.open().stream().map(OpenTransaction::id).toList();
    return database
        .read(session -> stored(session, stationId, open))
        .toCompletableFuture()
        .orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .thenApply(stored -> merge(stored, seen))
        .exceptionally(away -> new StationRecord(seen.identity(), seen.open(), seen.written()));
  }

  private static Uni<Stored> stored(
      Mutiny.Session session, String stationId, List<String> transactions) {
    List<String> ids = new ArrayList<>(transactions);
    ids.add(""); // an empty list is no SQL
    return Stations.identity(session, stationId)
        .chain(
            identity ->
                session
                    .createSelectionQuery(ChargingRecord.OPEN_AT_STATION, ChargingRecord.class)
                    .setParameter("station", stationId)
                    .setParameter("ids", ids)
                    .getResultList()
                    .chain(
                        charging ->
                            WrittenProfiles.of(session, stationId)
                                .map(written -> new Stored(identity, charging, written))));
  }

  private static StationRecord merge(Stored stored, RecentStations.Seen seen) {
    Set<String> ended =
        stored.charging.stream()
            .filter(ChargingRecord::hasEnded)
            .map(ChargingRecord::transactionId)
            .collect(Collectors.toSet());
    ended.addAll(seen.ended());
    Set<String> here = seen.open().stream().map(OpenTransaction::id).collect(Collectors.toSet());
    List<OpenTransaction> open =
        Stream.concat(
                seen.open().stream(),
                stored.charging.stream()
                    .filter(charging -> !here.contains(charging.transactionId()))
                    .map(ChargingRecord::open))
            .filter(transaction -> !ended.contains(transaction.id()))
            .toList();
    Map<Integer, Written> written = new HashMap<>(stored.written);
    seen.written().forEach((evse, own) -> written.merge(evse, own, Written::later));
    return new StationRecord(seen.identity().or(stored::identity), open, written);
  }
}
