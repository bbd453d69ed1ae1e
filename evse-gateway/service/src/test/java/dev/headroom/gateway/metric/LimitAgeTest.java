package dev.headroom.gateway.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.trace.Origin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LimitAgeTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final GatewayMetrics metrics = new GatewayMetrics(registry);

  @Test
  void goesFromTheOldestReadingToTheAcknowledgement() {
    metrics.limitDelivered(origin(Optional.of(NOON.minusSeconds(1))), NOON.plusSeconds(2));
    var age = registry.get("headroom_limit_age").timer();
    var delivery = registry.get("headroom_limit_delivery").timer();
    assertThat(age.totalTime(TimeUnit.SECONDS)).isEqualTo(3);
    assertThat(delivery.totalTime(TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test
  void s3IsUnknownAndNotZeroWithoutAReading() {
    metrics.limitDelivered(origin(Optional.empty()), NOON.plusSeconds(2));
    assertThat(registry.get("headroom_limit_age").timer().count()).isZero();
    assertThat(registry.get("headroom_limit_delivery").timer().count()).isEqualTo(1);
  }

  @Test
  void isNotMeasuredWhereTheChargerFollowedThatLimitBefore() {
    metrics.limitDelivered(origin(Optional.of(NOON)), NOON.minusSeconds(60));
    assertThat(registry.get("headroom_limit_age").timer().count()).isZero();
    assertThat(registry.get("headroom_limit_delivery").timer().count()).isZero();
  }

  private static Origin origin(Optional<Instant> reading) {
    return new Origin(NOON, reading, SpanContext.getInvalid());
  }
}
