package dev.headroom.embedded.quarkus;

import dev.headroom.embedded.EmbeddedKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Optional;

/**
 * A broker for a Quarkus test: {@code @QuarkusTestResource(KafkaResource.class)}. Sets {@code
 * kafka.bootstrap.servers} and one replica, eight partitions for our topics. {@link BrokerSwitch}
 * takes it away and brings it back.
 */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {
  private Optional<EmbeddedKafka> kafka = Optional.empty();

  @Override
  public Map<String, String> start() {
    var started = EmbeddedKafka.start();
    kafka = Optional.of(started);
    BrokerSwitch.offer(started::stop, started::restart);
    return Map.of(
        "kafka.bootstrap.servers", started.bootstrapServers(),
        "headroom.topics.partitions", "8",
        "headroom.topics.replication", "1",
        "quarkus.log.category.\"org.apache.kafka\".level", "WARN",
        "quarkus.log.category.\"kafka\".level", "WARN",
        "quarkus.log.category.\"state.change.logger\".level", "WARN");
  }

  @Override
  public void stop() {
    kafka.ifPresent(EmbeddedKafka::close);
    kafka = Optional.empty();
  }
}
