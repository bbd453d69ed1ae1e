package dev.headroom.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headroom.embedded.EmbeddedKafka;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerWatchTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void saysSinceWhenTheBrokerIsLostAndWhyAndWhenItIsBack() {
    Instant begun = Instant.now();
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        BrokerWatch watch =
            new BrokerWatch(
                Map.of("bootstrap.servers", kafka.bootstrapServers()), Clock.systemUTC())) {
      assertThat(watch.told()).containsEntry("broker", "not asked yet");
      assertThat(watch.reachable()).isFalse();
      watch.start();
      await().atMost(SOON).until(watch::reachable);
      assertThat(watch.told()).containsEntry("broker.servers", kafka.bootstrapServers());

      kafka.stop();
      await().atMost(SOON).until(() -> !watch.reachable());
      assertThat(watch.told()).containsEntry("broker", "lost").containsKey("broker.error");
      String lostSince = String.valueOf(watch.told().get("broker.since"));
      assertThat(Instant.parse(lostSince)).isBetween(begun, Instant.now());
      BrokerState first = watch.state();
      await().atMost(SOON).until(() -> watch.state() != first);
      assertThat(watch.told()).as("not since the last question").containsValue(lostSince);

      kafka.restart();
      await().atMost(SOON).until(watch::reachable);
      assertThat(watch.told()).containsEntry("broker", "reachable");
    }
  }
}
