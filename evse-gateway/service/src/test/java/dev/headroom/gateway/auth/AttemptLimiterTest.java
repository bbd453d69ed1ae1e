package dev.headroom.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptLimiterTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final AttemptLimiter limiter = new AttemptLimiter(3, Duration.ofSeconds(6));

  @Test
  void allowsABurstAndThenOneForEachRefill() {
    for (int n = 0; n < 3; n++) {
      assertThat(limiter.allows("a", NOW)).isTrue();
      limiter.failed("a", NOW);
    }
    assertThat(limiter.allows("a", NOW)).isFalse();
    assertThat(limiter.allows("a", NOW.plusSeconds(5))).isFalse();
    assertThat(limiter.allows("a", NOW.plusSeconds(6))).isTrue();
    limiter.failed("a", NOW.plusSeconds(6));
    assertThat(limiter.allows("a", NOW.plusSeconds(6))).isFalse();
    assertThat(limiter.allows("b", NOW)).isTrue();
  }

  @Test
  void takesBackAFailureThatTurnedOutToBeNone() {
    for (int n = 0; n < 100; n++) {
      limiter.failed("a", NOW);
      limiter.forgive("a");
    }
    assertThat(limiter.allows("a", NOW)).isTrue();
  }

  @Test
  void holdsABoundedNumberOfKeysAndForgetsTheOldest() {
    for (int n = 0; n < 3; n++) {
      limiter.failed("first", NOW);
    }
    for (int n = 0; n < AttemptLimiter.MOST_KEYS; n++) {
      limiter.failed("k" + n, NOW);
    }
    assertThat(limiter.allows("first", NOW)).isTrue();
  }
}
