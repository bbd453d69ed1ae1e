package dev.headroom.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerifiedCredentialsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration AGE = Duration.ofMinutes(5);

  private final VerifiedCredentials verified = new VerifiedCredentials(2);

  @Test
  void holdsAPasswordForItsAgeAndNoOther() {
    verified.verified("a", "right", NOW);
    assertThat(verified.holds("a", "right", NOW.plus(AGE).minusSeconds(1), AGE)).isTrue();
    assertThat(verified.holds("a", "right", NOW.plus(AGE), AGE)).isFalse();
    assertThat(verified.holds("a", "wrong", NOW, AGE)).isFalse();
    assertThat(verified.holds("b", "right", NOW, AGE)).isFalse();
  }

  @Test
  void forgetsOnDemandAndBeyondItsBound() {
    verified.verified("a", "p", NOW);
    verified.forget("a");
    assertThat(verified.holds("a", "p", NOW, AGE)).isFalse();
    verified.verified("a", "p", NOW);
    verified.verified("b", "p", NOW);
    verified.verified("c", "p", NOW);
    assertThat(verified.holds("a", "p", NOW, AGE)).isFalse();
    assertThat(verified.holds("c", "p", NOW, AGE)).isTrue();
  }
}
