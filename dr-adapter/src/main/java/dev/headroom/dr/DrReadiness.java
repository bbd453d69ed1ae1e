package dev.headroom.dr;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the topics are read and while events can be stored. A broker lost later is told and
 * does not count: events are stored and published when it is back.
 */
@Readiness
@ApplicationScoped
public class DrReadiness implements HealthCheck {

  private final DrService service;

  DrReadiness(DrService service) {
    this.service = service;
  }

  @Override
  public HealthCheckResponse call() {
    var reconciler = service.reconciler();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("dr-adapter")
            .withData("ceilings", reconciler.progress())
            .withData("sites", service.sites().progress())
            .withData("unpublished", reconciler.behind())
            .withData("database", reconciler.trouble().isEmpty() ? "reachable" : "lost");
    service.broker().told().forEach(answer::withData);
    reconciler
        .trouble()
        .ifPresent(
            trouble -> {
              answer.withData("database.since", trouble.since().toString());
              answer.withData("database.error", trouble.error());
            });
    boolean read = reconciler.ready() && service.sites().ready();
    return answer.status(read && reconciler.trouble().isEmpty()).build();
  }
}
