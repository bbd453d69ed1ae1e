package dev.headroom.allocator;

import jakarta.inject.Singleton;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Down once streams have stopped for good, so that the process is started anew. */
@org.eclipse.microprofile.health.Liveness
@Singleton
public class Liveness implements HealthCheck {

  private final Service service;

  public Liveness(Service service) {
    this.service = service;
  }

  @Override
  public HealthCheckResponse call() {
    KafkaStreams.State streams = service.allocator().streams();
    return HealthCheckResponse.named("allocator-streams")
        .withData("streams", streams.name())
        .status(!streams.hasCompletedShutdown() && streams != KafkaStreams.State.PENDING_ERROR)
        .build();
  }
}
