package dev.headroom.allocator.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.allocator.history.Series.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SiteHistoryTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final Series LIMIT = new Series(Kind.EVSE_LIMIT, "left", Optional.empty());
  private static final Series MEASURED = new Series(Kind.EVSE_MEASURED, "left", Optional.empty());
  private static final long PLENTY = 1 << 20;

  private final Budget budget = new Budget(PLENTY);
  private final SiteHistory history = new SiteHistory(budget);

  @Test
  void aValueHoldsUntilTheNext() {
    history.series(Set.of(LIMIT));
    put(0, 16_000);
    put(10, 6_000);

    assertThat(at(10, -1, 0, 9, 10, 11)).containsExactly(null, 16_000, 16_000, 6_000, 6_000);
  }

  @Test
  void whatComesWithinASecondIsOneAndTheLastOfIt() {
    history.series(Set.of(LIMIT));
    history.put(NOON, Map.of(LIMIT, 1));
    history.put(NOON.plusMillis(300), Map.of(LIMIT, 2));
    history.put(NOON.plusMillis(999), Map.of(LIMIT, 3));
    history.put(NOON.plusMillis(1000), Map.of(LIMIT, 4));

    assertThat(at(1, 0, 1)).containsExactly(3, 4);
  }

  @Test
  void whatIsNotKnownIsNotZero() {
    history.series(Set.of(LIMIT, MEASURED));
    put(0, 16_000);

    Samples samples = history.at(new Instant[] {NOON}, NOON);
    assertThat(samples.milliamps(MEASURED, 0)).isEmpty();
    assertThat(samples.milliamps(LIMIT, 0)).hasValue(16_000);
  }

  @Test
  void aQuarterOfAnHourIsKeptAndNoMore() {
    history.series(Set.of(LIMIT));
    IntStream.rangeClosed(0, 2000).forEach(second -> put(second, second));

    assertThat(history.since(NOON.plusSeconds(2000))).isEqualTo(NOON.plusSeconds(2000 - 899));
    assertThat(at(2000, 1100, 1101, 1500, 2000)).containsExactly(null, 1101, 1500, 2000);
    long most = SiteHistory.bytesPerRow(1) * SiteHistory.MOST_ROWS;
    assertThat(PLENTY - budget.free()).isEqualTo(most);
  }

  @Test
  void withoutMemoryItIsCoarserAndStillAQuarterOfAnHour() {
    Budget none = new Budget(0);
    SiteHistory poor = new SiteHistory(none);
    poor.series(Set.of(LIMIT));
    IntStream.rangeClosed(0, 2000)
        .forEach(second -> poor.put(NOON.plusSeconds(second), Map.of(LIMIT, second)));

    Instant now = NOON.plusSeconds(2000);
    Samples samples = poor.at(new Instant[] {now.minusSeconds(800), now}, now);
    assertThat(samples.fineness().toSeconds()).isEqualTo(32);
    assertThat(samples.milliamps(LIMIT, 1)).hasValue(2000);
    assertThat(samples.milliamps(LIMIT, 0).orElseThrow()).isBetween(1200 - 64, 1200 + 32);
    assertThat(poor.since(now)).isBeforeOrEqualTo(now.minusSeconds(800));
    assertThat(-none.free()).isEqualTo(SiteHistory.bytesPerRow(1) * SiteHistory.FIRST_ROWS);
  }

  @Test
  void whoGoesTakesItsPastAlongAndWhoComesHasNone() {
    history.series(Set.of(LIMIT));
    put(0, 16_000);
    history.series(Set.of(MEASURED));
    history.put(NOON.plusSeconds(5), Map.of(MEASURED, 9_000));
    history.series(Set.of(LIMIT, MEASURED));

    Samples samples = history.at(new Instant[] {NOON, NOON.plusSeconds(5)}, NOON.plusSeconds(5));
    assertThat(samples.milliamps(MEASURED, 0)).isEmpty();
    assertThat(samples.milliamps(MEASURED, 1)).hasValue(9_000);
    assertThat(samples.milliamps(LIMIT, 0)).isEmpty();
    assertThat(samples.milliamps(LIMIT, 1)).isEmpty();
  }

  @Test
  void aSiteThatEndsGivesItsMemoryBack() {
    history.series(Set.of(LIMIT, MEASURED));
    IntStream.range(0, 100).forEach(second -> put(second, second));
    history.release();

    assertThat(budget.free()).isEqualTo(PLENTY);
  }

  private void put(int second, int milliamps) {
    history.put(NOON.plusSeconds(second), Map.of(LIMIT, milliamps));
  }

  private List<Integer> at(int nowSecond, int... seconds) {
    Instant[] moments = Arrays.stream(seconds).mapToObj(NOON::plusSeconds).toArray(Instant[]::new);
    Samples samples = history.at(moments, NOON.plusSeconds(nowSecond));
    return IntStream.range(0, seconds.length)
        .mapToObj(moment -> samples.milliamps(LIMIT, moment))
        .flatMap(value -> Stream.of(value.isPresent() ? value.getAsInt() : -1))
        .map(value -> value == -1 ? null : value)
        .toList();
  }
}
