package dev.headroom.gateway.health;

import dev.headroom.gateway.socket.Heartbeat;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Alive while time is passed on to the sockets: tails are refreshed and leases are looked at. */
@org.eclipse.microprofile.health.Liveness
@ApplicationScoped
class Liveness implements HealthCheck {

  private static final Duration STUCK = Duration.ofSeconds(20);

  private final Heartbeat heartbeat;

  Liveness(Heartbeat heartbeat) {
    this.heartbeat = heartbeat;
  }

  @Override
  public HealthCheckResponse call() {
    Instant latest = heartbeat.latest();
    return HealthCheckResponse.named("sockets")
        .withData("ticked", latest.toString())
        .status(latest.plus(STUCK).isAfter(Instant.now()))
        .build();
  }
}
