package dev.headroom.gateway.linkcut;

import dev.headroom.gateway.core.linkcut.Outcome;
import dev.headroom.gateway.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tests in the database. */
@ApplicationScoped
class LinkCutRecords {

  private static final String COLUMNS =
      " station_id, vendor, model, firmware, evses, started_at, ended_at, ordered_by,"
          + " power_cycled, outcome, evidence ";

  private static final String INSERT =
      "insert into gateway.link_cut_test ("
          + COLUMNS
          + ") values (:station, :vendor, :model, :firmware, :evses, :started, :ended, :by,"
          + " :cycled, :outcome, :evidence)";

  private static final String OF_STATION =
      "select"
          + COLUMNS
          + "from gateway.link_cut_test where station_id = :station"
          + " order by started_at desc, id desc limit 100";

  /** Of each model and firmware what counts: the latest that failed, and the latest that proves. */
  private static final String THAT_COUNT =
      "select distinct on (vendor, model, firmware)"
          + COLUMNS
          + "from gateway.link_cut_test"
          + " where outcome = 'FAILED' or (outcome = 'PASSED' and power_cycled)"
          + " order by vendor, model, firmware, ended_at desc, id desc";

  private final Database database;

  LinkCutRecords(Database database) {
    this.database = database;
  }

  CompletionStage<Void> keep(LinkCutRecord test) {
    return database.transact(
        session ->
            session
                .createNativeQuery(INSERT)
                .setParameter("station", test.station())
                .setParameter("vendor", test.vendor())
                .setParameter("model", test.model())
                .setParameter("firmware", test.firmware().orElse(""))
                .setParameter("evses", test.evses())
                .setParameter("started", test.startedAt())
                .setParameter("ended", test.endedAt().orElseThrow())
                .setParameter("by", test.by())
                .setParameter("cycled", test.powerCycled())
                .setParameter("outcome", test.outcome().orElseThrow().name())
                .setParameter("evidence", test.evidence())
                .executeUpdate()
                .replaceWithVoid());
  }

  /** Those of a station, the latest first. */
  CompletionStage<List<LinkCutRecord>> ofStation(String station) {
    return database.transact(
        session ->
            read(
                session
                    .createNativeQuery(OF_STATION, Tuple.class)
                    .setParameter("station", station)));
  }

  /** One of each model and firmware: what counts of it. */
  CompletionStage<List<LinkCutRecord>> thatCount() {
    return database.transact(session -> read(session.createNativeQuery(THAT_COUNT, Tuple.class)));
  }

  private static Uni<List<LinkCutRecord>> read(Mutiny.SelectionQuery<Tuple> query) {
    return query.getResultList().map(rows -> rows.stream().map(LinkCutRecords::test).toList());
  }

  private static LinkCutRecord test(Tuple row) {
    return new LinkCutRecord(
        row.get(0, String.class),
        row.get(1, String.class),
        row.get(2, String.class),
        Optional.of(row.get(3, String.class)).filter(firmware -> !firmware.isEmpty()),
        row.get(4, String.class),
        row.get(5, OffsetDateTime.class).toInstant(),
        Optional.of(row.get(6, OffsetDateTime.class).toInstant()),
        row.get(7, String.class),
        row.get(8, Boolean.class),
        Optional.of(Outcome.valueOf(row.get(9, String.class))),
        row.get(10, String.class));
  }
}
