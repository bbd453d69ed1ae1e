package dev.headroom.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InboundRateTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final InboundRate rate = new InboundRate(NOW);

  @Test
  void admitsABurstAndNoMore() {
    for (int n = 0; n < InboundRate.BURST; n++) {
      assertThat(rate.admits(NOW)).isTrue();
    }
    assertThat(rate.admits(NOW)).isFalse();
  }

  @Test
  void admitsAHundredInASecondForEver() {
    for (int n = 0; n < 10_000; n++) {
      assertThat(rate.admits(NOW.plusMillis(10L * n))).isTrue();
    }
  }
}
