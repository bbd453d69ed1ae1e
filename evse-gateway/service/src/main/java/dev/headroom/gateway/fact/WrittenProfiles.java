package dev.headroom.gateway.fact;

import dev.headroom.gateway.core.control.Written;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** How many profiles were written, in the database: of each EVSE its latest day. */
final class WrittenProfiles {

  private static final String KEEP =
      """
      insert into gateway.profile_write (station_id, evse_id, day, writes)
      values (:station, :evse, :day, :writes)
      on conflict (station_id, evse_id) do update set day = excluded.day, writes = excluded.writes
      where (excluded.day, excluded.writes) > (profile_write.day, profile_write.writes)
      """;

  private static final String OF_STATION =
      "select evse_id, day, writes from gateway.profile_write where station_id = :station";

  private WrittenProfiles() {}

  static Uni<Void> keep(Mutiny.Session session, Fact.ProfilesWritten written) {
    return session
        .createNativeQuery(KEEP)
        .setParameter("station", written.stationId())
        .setParameter("evse", written.evseId())
        .setParameter("day", written.written().day())
        .setParameter("writes", written.written().count())
        .executeUpdate()
        .replaceWithVoid();
  }

  static Uni<Map<Integer, Written>> of(Mutiny.Session session, String stationId) {
    return session
        .createNativeQuery(OF_STATION, Tuple.class)
        .setParameter("station", stationId)
        .getResultList()
        .map(
            rows -> {
              Map<Integer, Written> byEvse = new HashMap<>();
              for (Tuple row : rows) {
                byEvse.put(
                    row.get(0, Integer.class),
                    new Written(row.get(1, LocalDate.class), row.get(2, Integer.class)));
              }
              return byEvse;
            });
  }
}
