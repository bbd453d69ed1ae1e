package dev.headroom.allocator;

import jakarta.inject.Singleton;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether this instance does its part, and if not, why. Rebalancing counts as alive: an instance
 * that is taken away while it restores never gets further.
 */
@org.eclipse.microprofile.health.Readiness
@Singleton
public class Readiness implements HealthCheck {

  private final Service service;

  public Readiness(Service service) {
    this.service = service;
  }

  @Override
  public HealthCheckResponse call() {
    KafkaStreams.State streams = service.allocator().streams();
    boolean tables = service.allocator().ready();
    return HealthCheckResponse.named("allocator")
        .withData("streams", streams.name())
        .withData("tables", tables ? "read" : "being read")
        .status(tables && streams.isRunningOrRebalancing())
        .build();
  }
}
