package dev.headroom.allocator.health;

import dev.headroom.allocator.Allocator;
import dev.headroom.allocator.Service;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Started once the tables were read and the group has given this instance its part. */
@org.eclipse.microprofile.health.Startup
@Singleton
public class Startup implements HealthCheck {

  private final Service service;

  public Startup(Service service) {
    this.service = service;
  }

  @Override
  public HealthCheckResponse call() {
    Allocator allocator = service.allocator();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("allocator-started")
            .withData("streams", allocator.streams().ran() ? "ran" : "did not run yet");
    allocator
        .tables()
        .forEach(table -> answer.withData(table.topic().topicName(), table.progress()));
    return answer.status(allocator.ready() && allocator.streams().ran()).build();
  }
}
