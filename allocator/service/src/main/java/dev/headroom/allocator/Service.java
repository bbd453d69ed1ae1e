package dev.headroom.allocator;

import dev.headroom.allocator.api.Boards;
import dev.headroom.allocator.config.AllocatorConfig;
import dev.headroom.allocator.config.TopicsConfig;
import dev.headroom.allocator.metric.AllocatorMetrics;
import dev.headroom.web.audit.KafkaAudit;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** The allocator as a part of Quarkus: started and closed with it. */
@Singleton
public class Service {

  private final Allocator allocator;
  private final TopicsConfig topics;

  public Service(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      AllocatorConfig config,
      TopicsConfig topics,
      MeterRegistry registry,
      Tracer tracer) {
    this.topics = topics;
    this.allocator =
        new Allocator(
            kafka,
            config,
            topics,
            new AllocatorMetrics(registry, config.siteMetrics(), config.evseMetrics()),
            tracer,
            Clock.systemUTC());
  }

  @Produces
  @Singleton
  Boards boards() {
    return allocator;
  }

  @Produces
  @Singleton
  KafkaAudit audit(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    return new KafkaAudit(kafka, "allocator");
  }

  void close(@Disposes KafkaAudit audit) {
    audit.close();
  }

  public Allocator allocator() {
    return allocator;
  }

  void start(@Observes StartupEvent starting) {
    try {
      allocator.start(topics);
    } catch (RuntimeException e) {
      allocator.close();
      throw e;
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    allocator.close();
  }
}
