package dev.headroom.actors.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakerHeatTest {

  private static final int RATING = 100_000;

  @ParameterizedTest
  @CsvSource({
    "100001, 60", "113000, 60", "113001, 30", "125000, 30", "125001, 20",
    "140000, 20", "140001, 10", "150000, 10", "150001, 8", "200000, 8"
  })
  void reachesOneAfterTheTimeItsBandAllows(int milliamps, int seconds) {
    BreakerHeat hot = BreakerHeat.COLD.after(milliamps, RATING, Duration.ofSeconds(seconds));

    assertThat(hot.d()).isCloseTo(1, within(1e-9));
    assertThat(hot.violated()).isTrue();
  }

  @Test
  void isViolatedAtOnceAboveTwiceTheRating() {
    assertThat(BreakerHeat.COLD.after(200_001, RATING, Duration.ofMillis(1)).violated()).isTrue();
  }

  @Test
  void drainsFromOneToNothingInTwentyMinutesAndRemembersItsPeak() {
    BreakerHeat hot = BreakerHeat.COLD.after(110_000, RATING, Duration.ofSeconds(60));

    assertThat(hot.after(0, RATING, Duration.ofMinutes(10)).d()).isCloseTo(0.5, within(1e-9));
    BreakerHeat cold = hot.after(99_999, RATING, Duration.ofMinutes(20));
    assertThat(cold.d()).isCloseTo(0, within(1e-9));
    assertThat(cold.peak()).isCloseTo(1, within(1e-9));
  }

  @Test
  void holdsAtItsRating() {
    BreakerHeat warm = BreakerHeat.COLD.after(110_000, RATING, Duration.ofSeconds(30));

    assertThat(warm.after(RATING, RATING, Duration.ofHours(9)).d()).isEqualTo(warm.d());
  }

  @Test
  void countsTheLongestUnbrokenTimeAboveTheRating() {
    BreakerHeat heat =
        BreakerHeat.COLD
            .after(110_000, RATING, Duration.ofSeconds(3))
            .after(120_000, RATING, Duration.ofSeconds(4))
            .after(90_000, RATING, Duration.ofSeconds(1))
            .after(110_000, RATING, Duration.ofSeconds(5));

    assertThat(heat.longestAbove()).isEqualTo(Duration.ofSeconds(7));
    assertThat(heat.above()).isEqualTo(Duration.ofSeconds(5));
  }

  @Property
  void oneLongTimeHeatsLikeManyShortOnes(
      @ForAll @IntRange(max = 200_000) int milliamps,
      @ForAll @IntRange(min = 1, max = 50) int parts) {
    BreakerHeat inParts = new BreakerHeat(0.7, 0.7, Duration.ZERO, Duration.ZERO);
    BreakerHeat atOnce = inParts.after(milliamps, RATING, Duration.ofMillis(100L * parts));
    for (int i = 0; i < parts; i++) {
      inParts = inParts.after(milliamps, RATING, Duration.ofMillis(100));
    }

    assertThat(inParts.d()).isCloseTo(atOnce.d(), within(1e-9));
    assertThat(inParts.longestAbove()).isEqualTo(atOnce.longestAbove());
  }
}
