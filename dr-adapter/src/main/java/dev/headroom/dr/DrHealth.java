package dev.headroom.dr;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the topics are read. A broker lost later does not count: events are stored and
 * published when it is back.
 */
@Readiness
@ApplicationScoped
public class DrHealth implements HealthCheck {

  private final DrService service;

  DrHealth(DrService service) {
    this.service = service;
  }

  @Override
  public HealthCheckResponse call() {
    boolean ceilings = service.reconciler().ready();
    boolean sites = service.sites().ready();
    return HealthCheckResponse.named("dr-adapter")
        .withData("ceilings", ceilings ? "read" : "reading")
        .withData("sites", sites ? "read" : "reading")
        .withData("unpublished", service.reconciler().behind())
        .status(ceilings && sites)
        .build();
  }
}
