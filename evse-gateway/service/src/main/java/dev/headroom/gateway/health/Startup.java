package dev.headroom.gateway.health;

import dev.headroom.gateway.site.SiteTables;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Started once sites, limits and states have been read. */
@org.eclipse.microprofile.health.Startup
@ApplicationScoped
class Startup implements HealthCheck {

  private final SiteTables tables;

  Startup(SiteTables tables) {
    this.tables = tables;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("evse-gateway-started");
    tables.tables().forEach(table -> answer.withData(table.topic().topicName(), table.progress()));
    return answer.status(tables.ready()).build();
  }
}
