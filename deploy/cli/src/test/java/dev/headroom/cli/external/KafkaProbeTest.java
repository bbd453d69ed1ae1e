package dev.headroom.cli.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.cli.cluster.GroupProtocol;
import dev.headroom.cli.machine.CannotStart;
import dev.headroom.embedded.EmbeddedKafka;
import dev.headroom.embedded.FreePorts;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Against a real broker. */
class KafkaProbeTest {
  private static final OptionalInt USUAL = OptionalInt.empty();

  @Test
  void makesTheTopicsThereAndRefusesThemWithAnotherCount() {
    try (var kafka = EmbeddedKafka.start()) {
      String servers = kafka.bootstrapServers();
      var broker = new KafkaProbe(servers, OptionalInt.of(6), USUAL).prepare();
      assertThat(broker.protocol()).isEqualTo(GroupProtocol.STREAMS);
      assertThat(broker.partitions()).isEqualTo(6);
      assertThat(broker.replication()).as("there is but one broker").isEqualTo(1);
      assertThatThrownBy(() -> new KafkaProbe(servers, USUAL, USUAL).prepare())
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("has 6 partitions where 48 are configured")
          .hasMessageContaining("--topics-partitions");
    }
  }

  @Test
  void takesTheClassicProtocolWhereTheBrokerOffersNoOther() {
    try (var kafka =
        EmbeddedKafka.builder()
            .property("group.coordinator.rebalance.protocols", "classic,consumer")
            .start()) {
      var probe = new KafkaProbe(kafka.bootstrapServers(), OptionalInt.of(2), USUAL);
      assertThat(probe.prepare().protocol()).isEqualTo(GroupProtocol.CLASSIC);
    }
  }

  @Test
  void saysThatThereAreTooFewBrokers() {
    try (var kafka = EmbeddedKafka.start()) {
      var probe = new KafkaProbe(kafka.bootstrapServers(), USUAL, OptionalInt.of(3));
      assertThatThrownBy(probe::prepare)
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("--topics-replication");
    }
  }

  @Test
  void saysThatNothingAnswers() {
    String servers = "127.0.0.1:" + FreePorts.any();
    assertThatThrownBy(() -> new KafkaProbe(servers, USUAL, USUAL).prepare())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("--kafka " + servers);
    assertThatThrownBy(() -> new KafkaProbe("no-such-host.invalid:9092", USUAL, USUAL).prepare())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("no-such-host.invalid");
  }
}
