package dev.headroom.ingest;

import dev.headroom.ingest.coap.CoapListener;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready to take readings: sockets bound, broker there. If not, it says which, and since when. */
@Readiness
@ApplicationScoped
public class IngestReadiness implements HealthCheck {

  private final IngestService service;

  IngestReadiness(IngestService service) {
    this.service = service;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("meter-ingest");
    return service
        .running()
        .map(ingest -> tell(answer, ingest))
        .orElseGet(() -> answer.withData("service", "not running").down())
        .build();
  }

  private static HealthCheckResponseBuilder tell(
      HealthCheckResponseBuilder answer, MeterIngest ingest) {
    CoapListener listener = ingest.listener();
    answer.withData("coap", listener.listening() ? "listening" : "closed");
    ingest.broker().watch().told().forEach(answer::withData);
    answer.withData("meters.heard", ingest.lanes().meters());
    answer.withData("packs.underway", ingest.lanes().underWay());
    answer.withData(
        "reading.age",
        ingest.metrics().sinceAccepted().map(Object::toString).orElse("none accepted"));
    return answer.status(listener.listening() && ingest.broker().watch().reachable());
  }
}
