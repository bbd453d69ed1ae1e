package dev.headroom.dr;

import dev.headroom.contract.broker.BrokerWatch;
import dev.headroom.contract.topic.TopicSetup;
import dev.headroom.dr.publish.KnownSites;
import dev.headroom.dr.publish.Reconciler;
import dev.headroom.dr.publish.ReconcilerMetrics;
import dev.headroom.dr.store.EventStore;
import dev.headroom.dr.store.Transactions;
import dev.headroom.web.audit.KafkaAudit;
import dev.headroom.web.outbox.Outbox;
import dev.headroom.web.outbox.OutboxPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** Ties the parts that talk to the broker to the life of the process. */
@ApplicationScoped
public class DrService {

  private final DrConfig.Adapter config;
  private final DrConfig.Topics topics;
  private final Map<String, Object> kafka;
  private final EventStore store;
  private final Transactions transactions;
  private final MeterRegistry registry;
  private volatile Optional<Running> running = Optional.empty();

  private record Running(
      BrokerWatch broker,
      Reconciler reconciler,
      KnownSites sites,
      KafkaAudit audit,
      OutboxPublisher outbox) {}

  DrService(
      DrConfig.Adapter config,
      DrConfig.Topics topics,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      EventStore store,
      Transactions transactions,
      MeterRegistry registry) {
    this.transactions = transactions;
    this.config = config;
    this.topics = topics;
    this.kafka = kafka;
    this.store = store;
    this.registry = registry;
  }

  void start(@Observes StartupEvent event) {
    try (Admin admin = Admin.create(kafka)) {
      TopicSetup.ensure(admin, topics.partitions(), topics.replication());
    }
    KafkaAudit audit = new KafkaAudit(kafka, "dr-adapter");
    running =
        Optional.of(
            new Running(
                new BrokerWatch(kafka, clock()),
                new Reconciler(
                    store,
                    kafka,
                    config.reconcileEvery(),
                    new ReconcilerMetrics(registry),
                    clock()),
                new KnownSites(kafka),
                audit,
                new OutboxPublisher(new Outbox(transactions), audit, registry)));
    started().broker.start();
    started().outbox.start();
  }

  void stop(@Observes ShutdownEvent event) {
    running.ifPresent(
        it -> {
          it.reconciler.close();
          it.sites.close();
          it.broker.close();
          it.outbox.close();
          it.audit.close();
        });
    running = Optional.empty();
  }

  @Produces
  @ApplicationScoped
  InstantSource clock() {
    return Clock.systemUTC();
  }

  /** Keeps the topic as the database says. */
  public Reconciler reconciler() {
    return started().reconciler;
  }

  /** Whether the broker is there. */
  public BrokerWatch broker() {
    return started().broker;
  }

  /** Sends the audit records that were stored with their changes. */
  public OutboxPublisher outbox() {
    return started().outbox;
  }

  public KnownSites sites() {
    return started().sites;
  }

  private Running started() {
    return running.orElseThrow(() -> new IllegalStateException("the service is not started"));
  }
}
