package dev.headroom.core.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MeterHistoryTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final MeterHistory history =
      new MeterHistory(Duration.ofSeconds(5), Duration.ofSeconds(15));

  private static MeterReading reading(int second, int milliamps) {
    Instant at = START.plusSeconds(second);
    return new MeterReading(
        "site",
        "main",
        new PerPhase(Map.of(Phase.L1, milliamps)),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        at,
        at);
  }

  @Test
  void isMissingUntilItSpeaks() {
    assertThat(history.at(START)).isInstanceOf(Freshness.Missing.class);
  }

  @Test
  void isStaleAfterTheAgreedSilenceAndNotBefore() {
    history.accept(reading(0, 1000));
    assertThat(history.at(START.plusSeconds(5))).isInstanceOf(Freshness.Fresh.class);
    assertThat(history.at(START.plusMillis(5001))).isInstanceOf(Freshness.Stale.class);
  }

  @Test
  void anOlderReadingNeverReplacesANewerOne() {
    history.accept(reading(2, 2000));
    history.accept(reading(1, 1000));
    assertThat(history.at(START.plusSeconds(2))).isEqualTo(new Freshness.Fresh(reading(2, 2000)));
  }

  @Test
  void aGapStartsItAnew() {
    history.accept(reading(0, 1000));
    history.accept(reading(6, 1000));
    assertThat(history.reachesBackTo(START)).isFalse();
    assertThat(history.since(START)).hasSize(1);
  }

  @Test
  void aSilenceOfJustStaleAfterIsNoGap() {
    history.accept(reading(0, 1000));
    history.accept(reading(5, 1000));
    assertThat(history.reachesBackTo(START)).isTrue();
  }

  @Test
  void findsItsReadingsByWhenTheyCame() {
    history.accept(reading(2, 2000));
    history.accept(reading(4, 4000));
    history.accept(reading(6, 6000));
    assertThat(history.since(START.plusSeconds(4)))
        .containsExactly(reading(4, 4000), reading(6, 6000));
    assertThat(history.lastUntil(START.plusSeconds(4))).contains(reading(4, 4000));
    assertThat(history.lastUntil(START.plusMillis(3999))).contains(reading(2, 2000));
    assertThat(history.lastUntil(START.plusSeconds(1))).isEmpty();
    assertThat(history.firstSince(START.plusSeconds(4))).contains(reading(4, 4000));
    assertThat(history.firstSince(START.plusMillis(4001))).contains(reading(6, 6000));
    assertThat(history.firstSince(START.plusSeconds(7))).isEmpty();
  }

  @Test
  void keepsWhatCoversTheAgreedTimeAndNoMore() {
    for (int second = 0; second < 60; second++) {
      history.accept(reading(second, 1000));
    }
    assertThat(history.reachesBackTo(START.plusSeconds(44))).isTrue();
    assertThat(history.since(START)).hasSizeLessThanOrEqualTo(17);
  }

  @Test
  void aNegativeOrAbsurdCurrentIsNoReading() {
    assertThat(reading(0, 0).currentMilliamps()).isNotNull();
    assertThat(reading(0, 20_000_000).currentMilliamps()).isNotNull();
    assertThatThrownBy(() -> reading(0, -1)).hasMessageContaining("-1 mA");
    assertThatThrownBy(() -> reading(0, 20_000_001)).hasMessageContaining("20 kA");
  }
}
