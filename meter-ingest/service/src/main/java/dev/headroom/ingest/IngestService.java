package dev.headroom.ingest;

import dev.headroom.ingest.coap.CoapListener;
import dev.headroom.ingest.metrics.IngestMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Ties {@link MeterIngest} to the life of the process. */
@ApplicationScoped
public class IngestService {

  private final IngestConfig config;
  private final Map<String, Object> kafka;
  private final MeterRegistry registry;
  private final Tracer tracer;
  private final InstantSource clock = Clock.systemUTC();
  private volatile Optional<MeterIngest> running = Optional.empty();

  IngestService(
      IngestConfig.Coap coap,
      IngestConfig.Meters meters,
      IngestConfig.Readings readings,
      IngestConfig.Topics topics,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MeterRegistry registry,
      Tracer tracer) {
    this.config = new IngestConfig(coap, meters, readings, topics);
    this.kafka = kafka;
    this.registry = registry;
    this.tracer = tracer;
  }

  void start(@Observes StartupEvent event) {
    MeterIngest ingest =
        new MeterIngest(config, kafka, new IngestMetrics(registry, clock), tracer, clock);
    running = Optional.of(ingest);
    ingest.start();
  }

  void stop(@Observes ShutdownEvent event) {
    running.ifPresent(MeterIngest::close);
    running = Optional.empty();
  }

  /** The sockets, once they are there. */
  public Optional<CoapListener> listener() {
    return running.map(MeterIngest::listener);
  }

  /** The parts, while they run. */
  Optional<MeterIngest> running() {
    return running;
  }
}
