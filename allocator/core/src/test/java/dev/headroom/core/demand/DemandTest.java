package dev.headroom.core.demand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.site.DemandCap;
import dev.headroom.core.site.DemandCap.Windows;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DemandTest {

  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static Optional<DemandCap> cap(Windows windows, int watts, int burst) {
    return Optional.of(new DemandCap(watts, QUARTER, windows, burst));
  }

  private static Demand watching(Optional<DemandCap> cap, long watts, Duration time) {
    Demand demand = Demand.NONE;
    for (long second = 0; second <= time.toSeconds(); second++) {
      demand = demand.next(cap, OptionalLong.of(watts), watts, NOON.plusSeconds(second));
    }
    return demand;
  }

  @Test
  void withoutACapThereIsNothingToKeep() {
    Demand demand = Demand.NONE.next(Optional.empty(), OptionalLong.empty(), 0, NOON);
    assertThat(demand).isEqualTo(Demand.NONE);
    assertThat(demand.watts(Optional.empty(), 1000)).isEmpty();
  }

  @Test
  void aCapWithoutABurstIsKeptAtEveryInstant() {
    var cap = cap(Windows.BLOCK, 50_000, 50_000);
    Demand demand = watching(cap, 10_000, Duration.ofMinutes(5));
    assertThat(demand.watts(cap, 12_000)).hasValue(38_000);
  }

  @Test
  void whatABlockSavedMayBeSpentLaterInItUpToTheBurst() {
    var cap = cap(Windows.BLOCK, 50_000, 100_000);
    assertThat(watching(cap, 0, Duration.ZERO).watts(cap, 0)).hasValue(49_000);
    // 49 kW over 15 min, of which 9 are left.
    assertThat(watching(cap, 0, Duration.ofMinutes(6)).watts(cap, 1000)).hasValue(81_666 - 1000);
    assertThat(watching(cap, 0, Duration.ofMinutes(14)).watts(cap, 1000)).hasValue(98_000 - 1000);
  }

  @Test
  void whatFlowsNowCountsBeforeItsSliceEnds() {
    var cap = cap(Windows.BLOCK, 50_000, 100_000);
    Demand demand = watching(cap, 0, Duration.ZERO);
    demand = demand.next(cap, OptionalLong.of(60_000), 60_000, NOON.plusSeconds(5));
    assertThat(demand.watts(cap, 0)).hasValue((49_000L * 900 - 60_000L * 5) / 895);
  }

  @Test
  void anotherLengthOfTheWindowIsWatchedAnew() {
    Optional<DemandCap> half =
        Optional.of(new DemandCap(50_000, Duration.ofMinutes(30), Windows.BLOCK, 100_000));
    Instant at = NOON.plusSeconds(901);
    Demand demand = watching(cap(Windows.BLOCK, 50_000, 100_000), 0, QUARTER);
    demand = demand.next(half, OptionalLong.of(0), 30_000, at);
    // As if nobody had watched the half hour that began at noon.
    assertThat(demand.watts(half, 0)).hasValue((49_000L * 1800 - 30_000L * 901) / 899);
  }

  /** 40 kW so far, 10 kW to come: what the window of 720 s ago may still take in 180 s. */
  @Test
  void ofAllWindowsTheOneWithTheLeastLeftCounts() {
    var cap = cap(Windows.SLIDING, 50_000, 100_000);
    long left = 49_000L * 900 - 40_000L * 720 - 10_000L * 180;
    assertThat(watching(cap, 40_000, QUARTER).watts(cap, 10_000)).hasValue(left / 180);
  }

  @Test
  void theWindowThatBeginsNowMustBearTheBaseLoadAlone() {
    var cap = cap(Windows.SLIDING, 50_000, 100_000);
    long left = 49_000L * 900 - 50_000L * 900;
    assertThat(watching(cap, 0, QUARTER).watts(cap, 50_000)).hasValue(left / 180);
  }

  /** Five seconds into a slice the window that ends now still counts the whole of its first. */
  @Test
  void aSliceThatAWindowBeginsInCountsInWhole() {
    var cap = cap(Windows.SLIDING, 50_000, 100_000);
    long left = 49_000L * 900 - 48_000L * 905;
    Demand demand = watching(cap, 48_000, Duration.ofSeconds(905));
    assertThat(demand.watts(cap, 0)).hasValue(left / 60);
  }

  @Test
  void aNewBlockBeginsWithItsWholeEnergy() {
    var cap = cap(Windows.BLOCK, 50_000, 100_000);
    assertThat(watching(cap, 80_000, Duration.ofMinutes(14)).watts(cap, 0).orElseThrow())
        .isNegative();
    assertThat(watching(cap, 80_000, QUARTER).watts(cap, 0)).hasValue(49_000);
  }

  @Test
  void whatWasNotWatchedCountsAtTheWorst() {
    var cap = cap(Windows.BLOCK, 50_000, 100_000);
    Demand demand = watching(cap, 0, Duration.ZERO);
    demand = demand.next(cap, OptionalLong.of(0), 60_000, NOON.plusSeconds(300));
    long left = 49_000L * 900 - 60_000L * 300;
    assertThat(demand.watts(cap, 0)).hasValue(left / 600);
  }

  @Test
  void anUnknownPowerCountsAtTheWorst() {
    var cap = cap(Windows.BLOCK, 50_000, 100_000);
    Demand demand = Demand.NONE;
    for (int second = 0; second <= 300; second++) {
      demand = demand.next(cap, OptionalLong.empty(), 60_000, NOON.plusSeconds(second));
    }
    assertThat(demand.watts(cap, 0)).hasValue((49_000L * 900 - 60_000L * 300) / 600);
  }

  @Test
  void beforeTheFirstLookTheWindowCountsAtTheWorst() {
    var cap = cap(Windows.BLOCK, 50_000, 100_000);
    Instant at = NOON.plusSeconds(300);
    Demand demand = Demand.NONE.next(cap, OptionalLong.of(0), 60_000, at);
    assertThat(demand.watts(cap, 0)).hasValue((49_000L * 900 - 60_000L * 300) / 600);
    assertThat(demand.peak().orElseThrow().watts()).isZero();
  }

  @Test
  void theMonthsHighestWindowIsKeptUntilTheMonthEnds() {
    var cap = cap(Windows.BLOCK, 50_000, 100_000);
    Instant start = Instant.parse("2026-06-30T23:30:00Z");
    List<Peak> peaks = new ArrayList<>();
    Demand demand = Demand.NONE;
    for (int second = 0; second <= 2700; second++) {
      long watts = second < 900 ? 40_000 : second < 1800 ? 30_000 : 20_000;
      Instant now = start.plusSeconds(second);
      demand = demand.next(cap, OptionalLong.of(watts), watts, now);
      if (second % 900 == 0) {
        peaks.add(demand.peak().orElseThrow());
      }
    }
    YearMonth june = YearMonth.of(2026, 6);
    assertThat(peaks.get(1).month()).isEqualTo(june);
    assertThat(peaks.get(1).watts()).isBetween(40_000L, 40_050L);
    assertThat(peaks.get(2)).isEqualTo(peaks.get(1));
    assertThat(peaks.get(3).month()).isEqualTo(YearMonth.of(2026, 7));
    assertThat(peaks.get(3).watts()).isBetween(20_000L, 20_050L);
  }

  @Property(tries = 25)
  void noBlockExceedsTheCapWithALoadThatFollowsWithinTenSeconds(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 10) int lag) {
    keeps(Windows.BLOCK, seed, lag);
  }

  @Property(tries = 25)
  void noSlidingWindowExceedsTheCapWithALoadThatFollowsWithinTenSeconds(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 10) int lag) {
    keeps(Windows.SLIDING, seed, lag);
  }

  private static void keeps(Windows windows, long seed, int lag) {
    Random random = new Random(seed);
    int watts = 50_000;
    var cap = cap(windows, watts, watts + 1000 + random.nextInt(100_000));
    int base = random.nextInt(45_000);
    int wants = 0;
    Demand demand = watching(cap, base, Duration.ZERO);
    Deque<Long> bounds = new ArrayDeque<>();
    List<Long> drawn = new ArrayList<>();
    for (int second = 1; second <= 2 * 3600; second++) {
      if (random.nextInt(300) == 0) {
        wants = random.nextInt(4) == 0 ? 0 : random.nextInt(200_000);
      }
      bounds.addLast(Math.max(0, demand.watts(cap, base).orElseThrow()));
      long bound = bounds.size() > lag ? bounds.removeFirst() : 0;
      long power = base + Math.min(wants, bound);
      drawn.add(power);
      // Looked at after the fact: what was drawn in this second.
      demand = demand.next(cap, OptionalLong.of(power), power, NOON.plusSeconds(second));
    }
    assertWindows(windows, drawn, watts);
  }

  private static void assertWindows(Windows windows, List<Long> drawn, int watts) {
    long sum = 0;
    for (int second = 0; second < drawn.size(); second++) {
      sum += drawn.get(second) - (second >= 900 ? drawn.get(second - 900) : 0);
      boolean ends = windows == Windows.SLIDING || (second + 1) % 900 == 0;
      if (ends && second >= 899) {
        assertThat(sum / 900).as("window to %d s", second + 1).isLessThanOrEqualTo(watts);
      }
    }
  }

  /** A load that always wants more comes close to the cap in the long run. */
  @Property(tries = 10)
  void itRecoversAndUsesWhatTheCapAllows(@ForAll Windows windows, @ForAll long seed) {
    Random random = new Random(seed);
    var cap = cap(windows, 50_000, 50_000 + 1000 + random.nextInt(100_000));
    int base = random.nextInt(30_000);
    Demand demand = watching(cap, 120_000, Duration.ofMinutes(10));
    long sum = 0;
    for (int second = 601; second <= 600 + 4 * 3600; second++) {
      long power = base + Math.max(0, demand.watts(cap, base).orElseThrow());
      demand = demand.next(cap, OptionalLong.of(power), power, NOON.plusSeconds(second));
      sum += second > 600 + 3600 ? power : 0;
    }
    assertThat(sum / (3 * 3600)).isBetween(45_000L, 50_000L);
  }
}
