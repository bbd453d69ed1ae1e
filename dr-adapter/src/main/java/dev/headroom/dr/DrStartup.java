package dev.headroom.dr;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started once the topics have been read. */
@Startup
@ApplicationScoped
public class DrStartup implements HealthCheck {

  private final DrService service;

  DrStartup(DrService service) {
    this.service = service;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("dr-adapter-started")
        .withData("ceilings", service.reconciler().progress())
        .withData("sites", service.sites().progress())
        .status(service.reconciler().ready() && service.sites().ready())
        .build();
  }
}
