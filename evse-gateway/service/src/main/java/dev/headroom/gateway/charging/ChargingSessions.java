package dev.headroom.gateway.charging;

import dev.headroom.gateway.database.Database;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The charging sessions in the database. */
@ApplicationScoped
class ChargingSessions {

  private static final int PAGE = 500;
  private static final String ORDER = " order by it.startedAt desc, it.stationId, it.transactionId";

  /** What is left to be asked for. */
  private static final class Ahead {
    private SessionFilter filter;

    Ahead(SessionFilter filter) {
      this.filter = filter;
    }
  }

  private final Database database;

  ChargingSessions(Database database) {
    this.database = database;
  }

  /** The newest of these, at most so many. */
  Uni<List<ChargingRecord>> page(SessionFilter filter, int limit) {
    return Uni.createFrom()
        .completionStage(
            () ->
                database.transact(
                    session -> {
                      Mutiny.SelectionQuery<ChargingRecord> query =
                          session.createSelectionQuery(
                              "from ChargingRecord it" + filter.where() + ORDER,
                              ChargingRecord.class);
                      filter.parameters().forEach(query::setParameter);
                      return query.setMaxResults(limit).getResultList();
                    }));
  }

  /** All of these, page by page as they are taken; at least one page, which may be empty. */
  Multi<List<ChargingRecord>> pages(SessionFilter filter) {
    return Multi.createBy()
        .repeating()
        .uni(
            () -> new Ahead(filter),
            next ->
                page(next.filter, PAGE)
                    .invoke(
                        page -> {
                          if (!page.isEmpty()) {
                            next.filter = filter.after(Cursor.of(page.getLast()));
                          }
                        }))
        .whilst(page -> page.size() == PAGE);
  }

  Uni<List<TenantSummary>> summary(SessionFilter filter) {
    return Uni.createFrom()
        .completionStage(
            () ->
                database.transact(
                    session -> {
                      Mutiny.SelectionQuery<Object[]> query =
                          session.createSelectionQuery(
                              "select it.tenant, count(*), sum(it.energyWh),"
                                  + " sum(case when it.endedAt is null then 1 else 0 end),"
                                  + " sum(case when it.energyWh is null then 1 else 0 end)"
                                  + " from ChargingRecord it"
                                  + filter.where()
                                  + " group by it.tenant order by it.tenant nulls last",
                              Object[].class);
                      filter.parameters().forEach(query::setParameter);
                      return query
                          .getResultList()
                          .map(rows -> rows.stream().map(ChargingSessions::tenant).toList());
                    }));
  }

  private static TenantSummary tenant(Object[] row) {
    return new TenantSummary(
        Optional.ofNullable((String) row[0]),
        ((Number) row[1]).longValue(),
        Optional.ofNullable((Number) row[2])
            .map(wattHours -> BigDecimal.valueOf(wattHours.longValue(), 3)),
        ((Number) row[3]).longValue(),
        ((Number) row[4]).longValue());
  }
}
