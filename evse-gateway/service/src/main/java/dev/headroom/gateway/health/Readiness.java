package dev.headroom.gateway.health;

import dev.headroom.gateway.database.Database;
import dev.headroom.gateway.site.SiteTables;
import dev.headroom.gateway.state.StatePublisher;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Ready once sites and limits have been read. A broker or a database that is away now is told, but
 * takes no charger's socket from us: without them limits still fall.
 */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class Readiness implements HealthCheck {

  private final SiteTables tables;
  private final StatePublisher states;
  private final Database database;

  Readiness(SiteTables tables, StatePublisher states, Database database) {
    this.tables = tables;
    this.states = states;
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("evse-gateway")
        .status(tables.ready())
        .withData("tables", tables.ready() ? "read" : "being read")
        .withData("broker", states.healthy() ? "up" : "degraded")
        .withData("database", database.healthy() ? "up" : "degraded")
        .build();
  }
}
