package dev.headroom.gateway.fact;

import dev.headroom.gateway.database.Database;
import dev.headroom.gateway.problem.Refused;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestQuery;

/** Charging sessions, the newest first. */
@Path("/api/v1/sessions")
public class ChargingSessionResource {

  private static final int MOST = 1000;

  private final Database database;

  ChargingSessionResource(Database database) {
    this.database = database;
  }

  @GET
  @Operation(summary = "Charging sessions of one site or of all, the newest first")
  public CompletionStage<List<ChargingSessionView>> sessions(
      @RestQuery Optional<String> site, @RestQuery @DefaultValue("100") int limit) {
    if (limit < 1 || limit > MOST) {
      throw Refused.badRequest("limit lies from 1 to " + MOST + ", not " + limit);
    }
    return database.transact(
        session ->
            query(session, site)
                .setMaxResults(limit)
                .getResultList()
                .map(found -> found.stream().map(ChargingSessionView::of).toList()));
  }

  private static Mutiny.SelectionQuery<ChargingRecord> query(
      Mutiny.Session session, Optional<String> site) {
    String order = " order by startedAt desc, transactionId desc";
    return site.map(
            name ->
                session
                    .createSelectionQuery(
                        "from ChargingRecord where site = :site" + order, ChargingRecord.class)
                    .setParameter("site", name))
        .orElseGet(
            () ->
                session.createSelectionQuery("from ChargingRecord" + order, ChargingRecord.class));
  }
}
