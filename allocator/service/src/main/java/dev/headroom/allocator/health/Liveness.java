package dev.headroom.allocator.health;

import dev.headroom.allocator.Service;
import dev.headroom.allocator.stream.StreamsEngine;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Down once streams have stopped for good, so that the process is started anew. A rebalance is
 * life: an instance that is ended while it restores never gets further. So is a broker that is
 * away.
 */
@org.eclipse.microprofile.health.Liveness
@Singleton
public class Liveness implements HealthCheck {

  private final Service service;

  public Liveness(Service service) {
    this.service = service;
  }

  @Override
  public HealthCheckResponse call() {
    StreamsEngine engine = service.allocator().streams();
    KafkaStreams.State streams = engine.state();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("allocator-streams").withData("streams", streams.name());
    engine.threads().forEach(answer::withData);
    return answer
        .status(!streams.hasCompletedShutdown() && streams != KafkaStreams.State.PENDING_ERROR)
        .build();
  }
}
