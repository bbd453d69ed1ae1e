package dev.headroom.gateway.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.station.Rotation.Old;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RotationTest {

  private static final Instant ORDERED = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void theOldPasswordOutlivesTheBoundUnlessTheStationSaidThatItHasTheNewOne() {
    Rotation accepted = new Rotation("hash", ORDERED, true);
    Rotation unknown = new Rotation("hash", ORDERED, false);
    Instant before = ORDERED.plus(DAY).minusMillis(1);
    Instant after = ORDERED.plus(DAY);
    assertThat(accepted.old(before, DAY)).isEqualTo(Old.RIGHT);
    assertThat(unknown.old(before, DAY)).isEqualTo(Old.RIGHT);
    assertThat(accepted.old(after, DAY)).isEqualTo(Old.OVER);
    assertThat(unknown.old(after, DAY)).isEqualTo(Old.RIGHT_ALONE);
  }
}
