package dev.headroom.core.reclaim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;

class ReclaimTest {

  private static final int FLOOR = 6000;
  private Instant now = Instant.parse("2026-06-01T12:00:00Z");
  private Reclaim state = Reclaim.NONE;
  private int maximum = 32_000;

  @BeforeTry
  void anew() {
    state = Reclaim.NONE;
    maximum = 32_000;
  }

  private int cap() {
    return state.atMost(maximum);
  }

  /** For so long, at the limit that follows from the cap. */
  private void draws(int milliamps, int seconds) {
    for (int second = 0; second < seconds; second++) {
      now = now.plusSeconds(1);
      see(Optional.of("s"), OptionalInt.of(Math.min(milliamps, cap())), cap());
    }
  }

  private void see(Optional<String> session, OptionalInt draw, int limit) {
    state = state.next(new Usage(session, limit, FLOOR, maximum, draw), now);
  }

  @Test
  void whatIsLeftUnusedForAMinuteIsReclaimedButForAMargin() {
    draws(16_000, 60);
    assertThat(cap()).isEqualTo(32_000);
    draws(16_000, 1);
    assertThat(cap()).isEqualTo(18_000);
  }

  @Test
  void theMarginIsATenthWhereThatIsMore() {
    maximum = 80_000;
    draws(40_000, 61);
    assertThat(cap()).isEqualTo(44_000);
  }

  @Test
  void theHighestDrawOfTheMinuteCounts() {
    draws(10_000, 30);
    draws(14_000, 1);
    draws(10_000, 30);
    assertThat(cap()).isEqualTo(16_000);
  }

  @Test
  void theFloorIsNeverReclaimed() {
    draws(0, 200);
    assertThat(cap()).isEqualTo(FLOOR);
  }

  @Test
  void aVehicleThatUsesItsLimitKeepsIt() {
    draws(28_900, 600);
    assertThat(state.cap()).isEmpty();
  }

  @Test
  void aLowerLimitThatIsUsedReclaimsNothing() {
    for (int second = 0; second < 600; second++) {
      now = now.plusSeconds(1);
      see(Optional.of("s"), OptionalInt.of(8000), 10_000);
    }
    assertThat(state.cap()).isEmpty();
  }

  @Test
  void anUnknownDrawReclaimsNothingAndGivesBackWhatWas() {
    draws(10_000, 50);
    see(Optional.of("s"), OptionalInt.empty(), cap());
    draws(10_000, 60);
    assertThat(state.cap()).isEmpty();
    draws(10_000, 1);
    assertThat(state.cap()).hasValue(12_000);
    see(Optional.of("s"), OptionalInt.empty(), cap());
    assertThat(state).isEqualTo(Reclaim.NONE);
  }

  @Test
  void anotherSessionStartsAnew() {
    draws(10_000, 61);
    see(Optional.of("another"), OptionalInt.of(10_000), cap());
    assertThat(state.cap()).isEmpty();
  }

  @Test
  void itWantsMoreFromHalfAMarginBelowItsCapOn() {
    draws(0, 61);
    draws(5000, 1);
    assertThat(cap()).isEqualTo(FLOOR);
    draws(5001, 1);
    assertThat(cap()).isEqualTo(2 * FLOOR);
  }

  @Test
  void aCapThatReachesTheMaximumIsNone() {
    maximum = 4 * FLOOR;
    draws(0, 61);
    draws(80_000, 2);
    assertThat(state.cap()).isEmpty();
  }

  /** 28,182 mA and a tenth are 31,000 mA. */
  @Test
  void anAmpereIsWorthACutAndLessIsNot() {
    draws(28_183, 200);
    assertThat(state.cap()).isEmpty();
    anew();
    draws(28_182, 61);
    assertThat(state.cap()).hasValue(31_000);
  }

  @Test
  void itGrowsBackByDoubling() {
    draws(0, 61);
    draws(80_000, 1);
    assertThat(cap()).isEqualTo(12_000);
    draws(80_000, 1);
    assertThat(cap()).isEqualTo(24_000);
    draws(80_000, 1);
    assertThat(state.cap()).isEmpty();
  }

  /** What the Javadoc states: samples every 10 s, a vehicle that needs 5 s, up to 80 A. */
  @Property(tries = 100)
  void itHasItsMaximumAgainWithinAMinute(@ForAll long seed) {
    Random random = new Random(seed);
    maximum = 6000 + random.nextInt(74_001);
    draws(random.nextInt(6000), 61);
    int drawn = 0;
    int sampled = 0;
    int lately = cap();
    int seconds = 0;
    for (; state.cap().isPresent(); seconds++) {
      now = now.plusSeconds(1);
      lately = seconds % 5 == 0 ? cap() : lately;
      drawn = seconds % 5 == 4 ? lately : drawn;
      sampled = seconds % 10 == 9 ? drawn : sampled;
      see(Optional.of("s"), OptionalInt.of(sampled), cap());
      assertThat(seconds).isLessThanOrEqualTo(60);
    }
  }

  /** A lithium battery that tapers over half an hour, seen through a noise of half an ampere. */
  @Property(tries = 60)
  void aTaperOnlyEverGivesBack(@ForAll long seed) {
    Random random = new Random(seed);
    double from = 16_000 + random.nextInt(16_000);
    double minutes = 5 + random.nextInt(40);
    int last = cap();
    int changes = 0;
    int sampled = 0;
    for (int second = 0; second < 3600; second++) {
      now = now.plusSeconds(1);
      double taper = Math.exp(-Math.max(0, second - 300) / (minutes * 60));
      if (second % 5 == 0) {
        int noise = random.nextInt(1001) - 500;
        sampled = (int) Math.max(0, Math.min(from * taper, cap()) + noise);
      }
      see(Optional.of("s"), OptionalInt.of(sampled), cap());
      if (second > 60) {
        assertThat(cap()).as("second %d", second).isLessThanOrEqualTo(last);
      }
      changes += cap() == last ? 0 : 1;
      last = cap();
    }
    assertThat(changes).as("an ampere at a time at least").isLessThanOrEqualTo(27);
    assertThat(cap()).isLessThan((int) from);
  }

  @Test
  void atASteadyDrawNothingChangesFromLookToLook() {
    draws(16_000, 62);
    Reclaim steady = state;
    draws(16_000, 1);
    assertThat(state).isEqualTo(steady);
  }
}
