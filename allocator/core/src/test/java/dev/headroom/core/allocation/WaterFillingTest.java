package dev.headroom.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WaterFillingTest {

  private static Constraint bound(long capacity, int... members) {
    int[] ones = new int[members.length];
    Arrays.fill(ones, 1);
    return new Constraint(Reason.of(Reason.Kind.FAIR_SHARE), members, ones, capacity, true);
  }

  private static int[] fill(int[] lower, int[] upper, Constraint... constraints) {
    int[] weight = new int[lower.length];
    Arrays.fill(weight, 1);
    return WaterFilling.fill(lower, upper, weight, List.of(constraints)).milliamps();
  }

  @Test
  void sharesEquallyWhatIsNotEnough() {
    assertThat(fill(new int[3], new int[] {32, 32, 32}, bound(60, 0, 1, 2)))
        .containsExactly(20, 20, 20);
  }

  @Test
  void whatOneCanNotUseGoesToTheOthers() {
    assertThat(fill(new int[3], new int[] {10, 32, 32}, bound(60, 0, 1, 2)))
        .containsExactly(10, 25, 25);
  }

  @Test
  void aNarrowBranchLeavesItsShareToTheRest() {
    assertThat(fill(new int[3], new int[] {32, 32, 32}, bound(16, 0, 1), bound(60, 0, 1, 2)))
        .containsExactly(8, 8, 32);
  }

  @Test
  void whoStartsAboveTheLevelWaitsForTheOthers() {
    assertThat(fill(new int[] {20, 0}, new int[] {32, 32}, bound(30, 0, 1)))
        .containsExactly(20, 10);
  }

  @Test
  void lowerBoundsThatBreakABoundStayAsTheyAre() {
    assertThat(fill(new int[] {20, 20, 0}, new int[] {32, 32, 32}, bound(30, 0, 1)))
        .containsExactly(20, 20, 32);
  }

  /**
   * The max-min condition: whoever has less than its upper bound loads a full constraint on which
   * nobody has more without being held up by its own lower bound, but for the rounding of 1 mA
   * each.
   */
  @Property(tries = 500)
  void everyoneShortHasABottleneck(@ForAll long seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(8);
    int[] lower = new int[n];
    int[] upper = new int[n];
    for (int i = 0; i < n; i++) {
      lower[i] = random.nextInt(3) == 0 ? random.nextInt(50) : 0;
      upper[i] = lower[i] + random.nextInt(300);
    }
    List<Constraint> constraints = new ArrayList<>();
    for (int c = 0; c < 1 + random.nextInt(5); c++) {
      int[] members =
          java.util.stream.IntStream.range(0, n).filter(i -> random.nextBoolean()).toArray();
      long least = Arrays.stream(members).mapToLong(i -> lower[i]).sum();
      constraints.add(bound(least + random.nextInt(400), members));
    }
    int[] filled = fill(lower, upper, constraints.toArray(Constraint[]::new));
    assertThat(constraints).allMatch(constraint -> constraint.holds(filled));
    for (int i = 0; i < n; i++) {
      assertThat(filled[i]).isBetween(lower[i], upper[i]);
      if (filled[i] < upper[i]) {
        assertThat(constraints.stream().anyMatch(isBottleneckOf(i, filled, lower)))
            .as("%d of %s has a bottleneck", i, Arrays.toString(filled))
            .isTrue();
      }
    }
  }

  private static java.util.function.Predicate<Constraint> isBottleneckOf(
      int evse, int[] filled, int[] lower) {
    return constraint -> {
      boolean member = Arrays.stream(constraint.members()).anyMatch(i -> i == evse);
      boolean full = constraint.capacity() - constraint.load(filled) < constraint.members().length;
      boolean nobodyAbove =
          Arrays.stream(constraint.members())
              .allMatch(
                  i -> filled[i] <= Math.max(filled[evse], lower[i]) + constraint.members().length);
      return member && full && nobodyAbove;
    };
  }
}
