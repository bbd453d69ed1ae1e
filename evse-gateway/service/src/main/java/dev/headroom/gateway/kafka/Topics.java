package dev.headroom.gateway.kafka;

import dev.headroom.contract.topic.TopicSetup;
import dev.headroom.gateway.config.TopicsConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.admin.Admin;

/** Makes the topics before anything reads or writes them; refuses to start on other partitions. */
@ApplicationScoped
class Topics {

  /** Before every observer without a priority. */
  static final int FIRST = 100;

  private final KafkaSettings settings;
  private final TopicsConfig config;

  Topics(KafkaSettings settings, TopicsConfig config) {
    this.settings = settings;
    this.config = config;
  }

  void ensure(@Observes @Priority(FIRST) StartupEvent event) {
    try (Admin admin = Admin.create(settings.common())) {
      TopicSetup.ensure(admin, config.partitions(), config.replication());
    }
  }
}
