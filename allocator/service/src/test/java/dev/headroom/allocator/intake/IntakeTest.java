package dev.headroom.allocator.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.allocator.Fixtures;
import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.evse.EvseState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private static final int PARTITIONS = 8;
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final Intake intake = new Intake(PARTITIONS);

  @Test
  void aReadingIsRead() {
    byte[] value = Codecs.METER_READING.encode(Fixtures.reading("oak", 1000, NOON));

    assertThat(read(Topic.METER_READINGS, "oak/main", value)).isInstanceOf(Arrival.Metered.class);
  }

  @Test
  void aConnectionsFirstRecordGetsItsOwnOffsetAsEpoch() {
    EvseState charging = Fixtures.charging("oak", "left", NOON);
    EvseState opening =
        new EvseState(
            "oak",
            "left",
            OptionalLong.empty(),
            NOON,
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            false);

    Arrival first = read(Topic.EVSE_STATES, "oak/left", Codecs.EVSE_STATE.encode(opening));
    Arrival later = read(Topic.EVSE_STATES, "oak/left", Codecs.EVSE_STATE.encode(charging));

    assertThat(first)
        .isInstanceOfSatisfying(
            Arrival.Reported.class,
            it -> assertThat(it.state().connectionEpoch()).hasValue(OFFSET));
    assertThat(later)
        .isInstanceOfSatisfying(
            Arrival.Reported.class, it -> assertThat(it.state().connectionEpoch()).hasValue(0));
  }

  @Test
  void tombstonesOfSitesAndCeilingsMeanSomething() {
    assertThat(tombstone(Topic.SITES, "oak"))
        .isEqualTo(new Arrival.Defined("oak", Optional.empty()));
    assertThat(tombstone(Topic.CEILINGS, "oak/events"))
        .isEqualTo(new Arrival.Withdrawn("oak", "events"));
    assertThat(tombstone(Topic.EVSE_STATES, "oak/left")).isEqualTo(new Arrival.Nothing());
    assertThat(tombstone(Topic.METER_READINGS, "oak/main")).isInstanceOf(Arrival.Refused.class);
  }

  @Test
  void whatIsNoUseIsRefusedWithItsReason() {
    byte[] reading = Codecs.METER_READING.encode(Fixtures.reading("oak", 1000, NOON));

    assertThat(reason(read(Topic.METER_READINGS, "oak/main", "{}".getBytes(UTF_8)))).isNotBlank();
    assertThat(reason(read(Topic.METER_READINGS, "oak/other", reading)))
        .contains("oak/other", "oak/main");
    assertThat(reason(tombstone(Topic.CEILINGS, "oak"))).contains("names no source");
    assertThat(reason(tombstone(Topic.SITES, "@owner/99"))).contains("partition");
    assertThat(
            reason(
                intake.read(
                    new Delivery(
                        Topic.METER_READINGS,
                        0,
                        OFFSET,
                        Optional.empty(),
                        Optional.of(reading),
                        NOON))))
        .contains("no key");
  }

  @Test
  void aRecordOnAnotherPartitionIsRefused() {
    int wrong = (SitePartitioner.partitionOf("oak", PARTITIONS) + 1) % PARTITIONS;
    byte[] value = Codecs.METER_READING.encode(Fixtures.reading("oak", 1000, NOON));

    Arrival arrival =
        intake.read(
            new Delivery(
                Topic.METER_READINGS,
                wrong,
                OFFSET,
                Optional.of("oak/main".getBytes(UTF_8)),
                Optional.of(value),
                NOON));

    assertThat(reason(arrival)).contains("belongs on partition");
  }

  @Test
  void aReadingFromTheFutureIsRefused() {
    byte[] tomorrow =
        Codecs.METER_READING.encode(Fixtures.reading("oak", 1000, NOON.plusSeconds(86_400)));

    assertThat(reason(read(Topic.METER_READINGS, "oak/main", tomorrow))).contains("clocks");
  }

  private static final long OFFSET = 42;

  private Arrival read(Topic topic, String key, byte[] value) {
    return deliver(topic, key, Optional.of(value));
  }

  private Arrival tombstone(Topic topic, String key) {
    return deliver(topic, key, Optional.empty());
  }

  private Arrival deliver(Topic topic, String key, Optional<byte[]> value) {
    int partition = key.startsWith("@") ? 0 : SitePartitioner.partitionOf(key, PARTITIONS);
    return intake.read(
        new Delivery(topic, partition, OFFSET, Optional.of(key.getBytes(UTF_8)), value, NOON));
  }

  private static String reason(Arrival arrival) {
    assertThat(arrival).isInstanceOf(Arrival.Refused.class);
    return ((Arrival.Refused) arrival).reason();
  }
}
