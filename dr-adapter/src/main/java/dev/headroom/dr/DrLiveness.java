package dev.headroom.dr;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive while the comparison of topic and database goes on; whether it succeeds is another thing.
 */
@Liveness
@ApplicationScoped
public class DrLiveness implements HealthCheck {

  private final DrService service;

  DrLiveness(DrService service) {
    this.service = service;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("dr-reconciler").status(service.reconciler().alive()).build();
  }
}
