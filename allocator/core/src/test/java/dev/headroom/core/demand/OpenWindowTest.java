package dev.headroom.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.core.demand.OpenWindow.Power;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OpenWindowTest {

  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final long WORST = 50_000;

  private final List<ClosedWindow> closed = new ArrayList<>();
  private OpenWindow window = OpenWindow.begin("service", QUARTER, NOON);

  private void takes(long watts, Instant from, Duration time) {
    for (long second = 0; second <= time.toSeconds(); second++) {
      takes(new Power(watts, true), from.plusSeconds(second));
    }
  }

  private void takes(Power power, Instant at) {
    take(window.metered(power, WORST, SOON, at));
  }

  private void take(OpenWindow.Step step) {
    window = step.next();
    closed.addAll(step.closed());
  }

  @Test
  void aWindowThatWasMeasuredThroughoutIsItsAverage() {
    takes(10_000, NOON.minusSeconds(1), Duration.ofSeconds(450));
    takes(20_000, NOON.plusSeconds(450), Duration.ofSeconds(450));
    ClosedWindow whole = closed.getFirst();
    assertThat(closed).hasSize(1);
    assertThat(whole.start()).isEqualTo(NOON);
    assertThat(whole.watts()).isBetween(14_900L, 15_100L);
    assertThat(whole.wattHours()).isEqualTo(whole.watts() / 4);
    assertThat(whole.real()).isTrue();
  }

  @Test
  void whatWasBeforeTheFirstReadingIsMissingAndCountsAtTheWorst() {
    takes(10_000, NOON.plusSeconds(300), Duration.ofSeconds(600));
    assertThat(closed.getFirst().missing()).isEqualTo(Duration.ofSeconds(300));
    assertThat(closed.getFirst().watts()).isEqualTo((WORST + 2 * 10_000) / 3);
  }

  /** Never less than the readings on both sides, whatever the worst is held to be. */
  @Test
  void aSilenceIsMissingAndCountsAtTheWorst() {
    takes(0, NOON, Duration.ofSeconds(400));
    takes(60_000, NOON.plusSeconds(490), Duration.ofSeconds(410));
    assertThat(closed.getFirst().missing()).isEqualTo(Duration.ofSeconds(90));
    assertThat(closed.getFirst().watts()).isEqualTo(60_000L * 500 / 900);
  }

  @Test
  void withoutAnyReadingAWindowEndsOnceNoneCanComeForIt() {
    takes(10_000, NOON, Duration.ofSeconds(800));
    take(window.passed(WORST, SOON, NOON.plus(QUARTER).plus(SOON)));
    assertThat(closed).isEmpty();
    take(window.passed(WORST, SOON, NOON.plus(QUARTER).plusMillis(5001)));
    assertThat(closed.getFirst().missing()).isEqualTo(Duration.ofSeconds(100));
    assertThat(closed.getFirst().watts()).isEqualTo((8 * 10_000 + WORST) / 9);
    assertThat(window.start()).isEqualTo(NOON.plus(QUARTER));
    take(window.passed(WORST, SOON, NOON.plus(QUARTER).plusSeconds(6)));
    assertThat(closed).hasSize(1);
  }

  @Test
  void windowsThatNobodyWatchedAreToldForADay() {
    take(window.passed(WORST, SOON, NOON.plus(Duration.ofDays(3)).plusSeconds(60)));
    assertThat(closed).hasSize(96).allMatch(it -> it.missing().equals(QUARTER));
    assertThat(closed).allMatch(it -> it.watts() == WORST);
    assertThat(closed.getLast().end()).isEqualTo(NOON.plus(Duration.ofDays(3)));
  }

  @Test
  void amperesTimesVoltsAreNotRealPower() {
    takes(10_000, NOON, Duration.ofSeconds(890));
    takes(new Power(10_000, false), NOON.plusSeconds(891));
    takes(10_000, NOON.plusSeconds(892), Duration.ofSeconds(8));
    assertThat(closed.getFirst().real()).isFalse();
    assertThat(window.real()).isTrue();
  }

  @Test
  void anOldReadingChangesNothing() {
    takes(10_000, NOON, Duration.ofSeconds(10));
    OpenWindow before = window;
    takes(new Power(90_000, true), NOON.plusSeconds(9));
    assertThat(window).isEqualTo(before);
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> new Power(-1, true)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OpenWindow.checkAligned(NOON.plusSeconds(1), QUARTER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OpenWindow.checkAligned(NOON.plusNanos(1), QUARTER))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Whatever the gaps, each window is told once, in order, and no time is lost. */
  @Property(tries = 200)
  void everyWindowIsToldOnce(
      @ForAll @Size(80) List<@IntRange(min = 1, max = 200_000) Integer> gaps) {
    closed.clear();
    window = OpenWindow.begin("service", QUARTER, NOON);
    Instant at = NOON;
    for (int gap : gaps) {
      at = at.plusMillis(gap);
      takes(new Power(gap % 40_000, true), at);
    }
    assertThat(closed.stream().map(ClosedWindow::start))
        .containsExactlyElementsOf(
            LongStream.range(0, closed.size())
                .mapToObj(i -> NOON.plus(QUARTER.multipliedBy(i)))
                .toList());
    assertThat(window.start()).isEqualTo(NOON.plus(QUARTER.multipliedBy(closed.size())));
    assertThat(window.until()).isEqualTo(at);
    assertThat(closed).allMatch(it -> it.watts() <= WORST);
  }
}
