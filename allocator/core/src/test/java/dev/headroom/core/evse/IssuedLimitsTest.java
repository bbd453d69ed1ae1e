package dev.headroom.core.evse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IssuedLimitsTest {

  private final IssuedLimits issued = new IssuedLimits();

  private static Revision revision(long sequence) {
    return new Revision(1, sequence);
  }

  @Test
  void aCutCountsAtTheOldLimitUntilItHasSettled() {
    issued.issue(revision(1), 20_000);
    issued.issue(revision(2), 10_000);
    assertThat(issued.most()).hasValue(20_000);
    assertThat(issued.last()).hasValue(10_000);
    issued.settle(revision(2));
    assertThat(issued.most()).hasValue(10_000);
  }

  @Test
  void settlingAnOlderLimitDoesNotSettleTheNewer() {
    issued.issue(revision(1), 20_000);
    issued.issue(revision(3), 10_000);
    issued.settle(revision(2));
    assertThat(issued.most()).hasValue(20_000);
  }

  @Test
  void aRaiseCountsAtOnce() {
    issued.issue(revision(1), 10_000);
    issued.issue(revision(2), 16_000);
    assertThat(issued.most()).hasValue(16_000);
    assertThat(issued.raiseUnderWay()).isTrue();
    issued.settle(revision(2));
    assertThat(issued.raiseUnderWay()).isFalse();
  }

  @Test
  void theSameLimitAgainLeavesItSettled() {
    issued.issue(revision(1), 10_000);
    issued.settle(revision(1));
    issued.issue(revision(2), 10_000);
    assertThat(issued.raiseUnderWay()).isFalse();
  }

  /** Whatever goes out and settles, the most is the largest limit not yet superseded. */
  @Property
  void isNeverBelowAnyLimitThatMayStillBeFollowed(@ForAll long seed) {
    Random random = new Random(seed);
    IssuedLimits limits = new IssuedLimits();
    List<Integer> history = new ArrayList<>();
    int settled = 0;
    for (int sequence = 0; sequence < 50; sequence++) {
      int limit = random.nextInt(10) * 1000;
      history.add(limit);
      limits.issue(revision(sequence), limit);
      if (random.nextInt(3) == 0) {
        settled = Math.max(settled, random.nextInt(sequence + 1));
        limits.settle(revision(settled));
      }
      int followed =
          history.subList(settled, history.size()).stream().max(Integer::compare).orElseThrow();
      assertThat(limits.most().orElseThrow()).isGreaterThanOrEqualTo(followed);
      assertThat(limits.last()).hasValue(limit);
    }
  }
}
