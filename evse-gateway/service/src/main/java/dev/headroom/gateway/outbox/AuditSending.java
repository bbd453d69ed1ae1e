package dev.headroom.gateway.outbox;

import dev.headroom.gateway.database.Database;
import dev.headroom.gateway.kafka.KafkaSettings;
import dev.headroom.web.audit.KafkaAudit;
import dev.headroom.web.outbox.Outbox;
import dev.headroom.web.outbox.OutboxPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Sends the audit records that were kept with the changes they tell of. */
@ApplicationScoped
public class AuditSending {

  private final KafkaAudit audit;
  private final OutboxPublisher publisher;

  AuditSending(Database database, KafkaSettings settings, MeterRegistry registry) {
    audit = new KafkaAudit(settings.common(), "evse-gateway");
    publisher = new OutboxPublisher(new Outbox(database::transact), audit, registry);
  }

  void start(@Observes StartupEvent event) {
    publisher.start();
  }

  void stop(@Observes ShutdownEvent event) {
    publisher.close();
    audit.close();
  }

  /** There is something to send. */
  public void ask() {
    publisher.ask();
  }
}
