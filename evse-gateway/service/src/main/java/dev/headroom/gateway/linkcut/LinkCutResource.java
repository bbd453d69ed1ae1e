package dev.headroom.gateway.linkcut;

import dev.headroom.gateway.problem.Refused;
import dev.headroom.gateway.site.SiteBook;
import dev.headroom.gateway.station.StationId;
import dev.headroom.web.access.Callers;
import dev.headroom.web.access.Requires;
import dev.headroom.web.policy.Action;
import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What a commissioner does with a charger of a model and firmware that nobody tested yet. */
@Path("/api/v1/stations/{id}")
public class LinkCutResource {

  private final LinkCutTests tests;
  private final SiteBook sites;
  private final Callers callers;
  private final LinkCutAudit audit;

  LinkCutResource(LinkCutTests tests, SiteBook sites, Callers callers, LinkCutAudit audit) {
    this.tests = tests;
    this.sites = sites;
    this.callers = callers;
    this.audit = audit;
  }

  /**
   * What is to be tested.
   *
   * @param by who orders it, for the record
   * @param powerCycle whether the station is switched off and on while its link is cut
   */
  public record Order(Optional<String> by, Optional<Boolean> powerCycle) {}

  @POST
  @Path("/link-cut-test")
  @Requires(Action.COMMISSION)
  @Operation(
      summary = "Cuts a charging station's link and sees whether it falls back by itself",
      description =
          "The station must be charging above its fallback. It is kept out until its tail must"
              + " have cut, then judged by the meter values it sends. A pass with a power cycle"
              + " proves its model and firmware, a failure revokes that (S10).")
  public CompletionStage<Response> begin(@RestPath String id, Order order) {
    String station = legal(id);
    Set<String> named = sites.sitesOf(station);
    callers.current().require(Action.COMMISSION, named);
    String by = Optional.ofNullable(order).flatMap(Order::by).map(String::trim).orElse("");
    if (by.isEmpty() || by.length() > 200) {
      throw Refused.badRequest("send {\"by\": \"...\"}: who orders the test");
    }
    Order signed = new Order(Optional.of(by), order.powerCycle());
    return audit
        .ordered(callers.inquiry(), Span.current().getSpanContext(), station, named, signed)
        .thenCompose(kept -> tests.begin(station, signed))
        .thenApply(test -> Response.accepted(test).build());
  }

  @GET
  @Path("/link-cut-tests")
  @Requires(Action.READ)
  @Operation(summary = "The link-cut tests of a charging station, the latest first")
  public CompletionStage<List<LinkCutRecord>> all(@RestPath String id) {
    String station = legal(id);
    callers.current().require(Action.READ, sites.sitesOf(station));
    return tests.of(station);
  }

  private static String legal(String id) {
    return StationId.of(id).orElseThrow(() -> Refused.badRequest("that is no station id"));
  }
}
