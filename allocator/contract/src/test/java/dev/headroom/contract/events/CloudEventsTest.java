package dev.headroom.contract.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.contract.topic.Topic;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class CloudEventsTest {

  @Test
  void carriesTheRequiredAttributesAndTheTime() {
    Headers headers =
        CloudEvents.headers(
            Topic.LIMITS,
            "/allocator/allocator-0",
            "demo-1/17/4",
            Instant.parse("2026-03-01T12:00:00Z"));

    assertThat(headers)
        .extracting(it -> it.key() + "=" + new String(it.value(), UTF_8))
        .containsExactly(
            "ce_specversion=1.0",
            "ce_id=demo-1/17/4",
            "ce_source=/allocator/allocator-0",
            "ce_type=dev.headroom.limits.v1",
            "ce_time=2026-03-01T12:00:00Z",
            "content-type=application/protobuf");
  }

  @Test
  void saysThatLowRateTopicsAreJson() {
    Headers headers = CloudEvents.headers(Topic.CEILINGS, "/dr-adapter", "1", Instant.EPOCH);

    assertThat(headers.lastHeader("content-type").value())
        .isEqualTo("application/json".getBytes(UTF_8));
  }
}
