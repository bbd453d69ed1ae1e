package dev.headroom.core.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S9: what EVSEs may draw so that nothing trips while nobody can act. */
class S9BlindTimeTest {

  private static final OptionalInt UNDECLARED = OptionalInt.empty();

  private static BlindTime of(int worst, OptionalInt step, OptionalInt rise) {
    return new BlindTime(200_000, worst, step, rise, Duration.ofSeconds(23));
  }

  @Test
  void s9aLastsFromTheLastReadingUntilChargersHaveSettled() {
    assertThat(BlindTime.withoutMeter(Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(23));
  }

  /** B must be at least twice the time: 60 s up to 1.13, 30 s up to 1.25, and so on. */
  @ParameterizedTest
  @CsvSource({"4, 2000", "5, 1500", "8, 1400", "10, 1400", "15, 1250", "23, 1130", "31, 1000"})
  void s9aBearsTheLoadThatKeepsTheThermalMeasureWithinHalf(int seconds, int permille) {
    Duration time = Duration.ofSeconds(seconds);

    assertThat(ThermalMeasure.highestPermilleFor(time)).isEqualTo(permille);
    assertThat(ThermalMeasure.growth(permille / 1000.0, seconds)).isLessThanOrEqualTo(0.5);
    assertThat(ThermalMeasure.growth(permille / 1000.0 + 0.001, seconds)).isGreaterThan(0.5);
  }

  /** 1.13 × 200 A = 226 A; of these 60 A are the base load's and 40 A one step of it. */
  @Test
  void s9aLeavesRoomForTheBaseLoadAndOneStep() {
    BlindTime blind = of(120_000, OptionalInt.of(40_000), UNDECLARED);

    assertThat(blind.besideWithoutMeter(60_000)).isEqualTo(126_000);
    assertThat(blind.besideWithoutMeter(100_000)).isEqualTo(106_000); // no more than the worst case
    assertThat(blind.besideWithoutMeter(120_000)).isEqualTo(106_000);
  }

  /** 200 A, less a base load of 60 A that may have risen by 45 A when chargers fall back. */
  @Test
  void s9bLeavesRoomForTheRiseWithinTheTimeToLive() {
    BlindTime blind = of(120_000, UNDECLARED, OptionalInt.of(45_000));

    assertThat(blind.besideWithoutLinks(60_000)).isEqualTo(95_000);
    assertThat(blind.besideWithoutLinks(0)).isEqualTo(155_000);
    assertThat(blind.besideWithoutLinks(110_000)).isEqualTo(80_000);
  }

  @Test
  void s9WhatIsNotDeclaredCountsUpToTheWorstCase() {
    BlindTime blind = of(120_000, UNDECLARED, UNDECLARED);

    assertThat(blind.besideWithoutLinks(0)).isEqualTo(80_000);
    assertThat(blind.besideWithoutMeter(0)).isEqualTo(106_000);
  }

  @Test
  void s9NeverLeavesLessThanNothing() {
    assertThat(of(300_000, UNDECLARED, UNDECLARED).besideWithoutLinks(0)).isZero();
  }

  /** Whatever the site, what is left holds at the moment it must. */
  @Test
  void s9HoldsForAnySite() {
    long seed = 20_260_712;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      int nameplate = 1_000 * (20 + random.nextInt(2_000));
      int worst = random.nextInt(nameplate);
      int base = random.nextInt(worst + 1);
      int step = random.nextInt(worst + 1);
      int rise = random.nextInt(worst + 1);
      int seconds = 19 + random.nextInt(60);
      BlindTime blind =
          new BlindTime(
              nameplate,
              worst,
              OptionalInt.of(step),
              OptionalInt.of(rise),
              Duration.ofSeconds(seconds));

      double stepped = Math.min(base + step, worst) + (double) blind.besideWithoutMeter(base);
      double risen = Math.min(base + rise, worst) + (double) blind.besideWithoutLinks(base);

      assertThat(ThermalMeasure.growth(stepped / nameplate, seconds))
          .as("seed %d, case %d", seed, i)
          .isLessThanOrEqualTo(0.5);
      assertThat(risen).as("seed %d, case %d", seed, i).isLessThanOrEqualTo(nameplate);
    }
  }
}
