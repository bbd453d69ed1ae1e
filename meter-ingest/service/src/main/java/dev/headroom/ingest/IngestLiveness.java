package dev.headroom.ingest;

import dev.headroom.ingest.coap.CoapListener;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Startup;

/** Alive, and started, while the sockets are bound; a broker that is away ends no process. */
@Liveness
@Startup
@ApplicationScoped
public class IngestLiveness implements HealthCheck {

  private final IngestService service;

  IngestLiveness(IngestService service) {
    this.service = service;
  }

  @Override
  public HealthCheckResponse call() {
    boolean listening = service.listener().map(CoapListener::listening).orElse(false);
    return HealthCheckResponse.named("meter-ingest-coap")
        .withData("coap", listening ? "listening" : "closed")
        .status(listening)
        .build();
  }
}
