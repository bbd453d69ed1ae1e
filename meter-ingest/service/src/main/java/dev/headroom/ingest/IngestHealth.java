package dev.headroom.ingest;

import dev.headroom.ingest.coap.CoapListener;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready to take readings: sockets bound, broker there. */
@Readiness
@ApplicationScoped
public class IngestHealth implements HealthCheck {

  private final IngestService service;

  IngestHealth(IngestService service) {
    this.service = service;
  }

  @Override
  public HealthCheckResponse call() {
    boolean listening = service.listener().map(CoapListener::listening).orElse(false);
    boolean broker = service.brokerReachable();
    return HealthCheckResponse.named("meter-ingest")
        .withData("coap", listening ? "listening" : "closed")
        .withData("broker", broker ? "reachable" : "unreachable")
        .status(listening && broker)
        .build();
  }
}
