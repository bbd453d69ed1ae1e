package dev.headroom.ingest;

import dev.headroom.ingest.coap.CoapListener;
import dev.headroom.ingest.metrics.IngestMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Ties {@link MeterIngest} to the life of the process. */
@ApplicationScoped
public class IngestService {

  private final IngestConfig config;
  private final Map<String, Object> kafka;
  private final MeterRegistry registry;
  private volatile Optional<MeterIngest> running = Optional.empty();

  IngestService(
      IngestConfig.Coap coap,
      IngestConfig.Meters meters,
      IngestConfig.Readings readings,
      IngestConfig.Topics topics,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MeterRegistry registry) {
    this.config = new IngestConfig(coap, meters, readings, topics);
    this.kafka = kafka;
    this.registry = registry;
  }

  void start(@Observes StartupEvent event) {
    MeterIngest ingest =
        new MeterIngest(config, kafka, new IngestMetrics(registry), Clock.systemUTC());
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

  /** Whether a broker answers now. */
  public boolean brokerReachable() {
    return running.map(it -> it.broker().reachable()).orElse(false);
  }
}
