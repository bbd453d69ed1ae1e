package dev.headroom.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FarewellTest {

  private static final long SEED = 20_261_123;

  @Test
  void eachIsToldOnceInAnOrderOfItsOwn() {
    List<Integer> all = IntStream.range(0, 5000).boxed().toList();
    List<Farewell<Integer>> plan = Farewell.plan(all, new SplittableRandom(SEED));

    assertThat(plan).extracting(Farewell::to).containsExactlyInAnyOrderElementsOf(all);
    assertThat(plan).extracting(Farewell::to).isNotEqualTo(all);
    assertThat(plan).isSortedAccordingTo(Comparator.comparing(Farewell::after));
    assertThat(plan).isEqualTo(Farewell.plan(all, new SplittableRandom(SEED)));
    assertThat(plan).isNotEqualTo(Farewell.plan(all, new SplittableRandom(SEED + 1)));
  }

  @Test
  void theyAreSpreadAndNoTwoHaveToMeet() {
    List<Farewell<Integer>> plan =
        Farewell.plan(IntStream.range(0, 5000).boxed().toList(), new SplittableRandom(SEED));

    assertThat(plan.getLast().after()).isLessThan(Duration.ofMillis(500));
    assertThat(
            plan.stream()
                .collect(
                    Collectors.groupingBy(
                        farewell -> farewell.after().toMillis() / 10, Collectors.counting()))
                .values())
        .hasSize(50)
        .allSatisfy(many -> assertThat(many).isBetween(50L, 150L));
    assertThat(
            plan.stream().collect(Collectors.groupingBy(Farewell::after)).values().stream()
                .filter(together -> together.size() > 3))
        .isEmpty();
  }

  @Test
  void howeverManyThereAreItIsOverSoon() {
    List<Integer> many = IntStream.range(0, 200_000).boxed().toList();
    assertThat(Farewell.plan(many, new SplittableRandom(SEED)))
        .extracting(Function.<Farewell<Integer>>identity().andThen(Farewell::after))
        .allSatisfy(after -> assertThat(after).isLessThan(Farewell.LONGEST));
    assertThat(Farewell.plan(List.of(), new SplittableRandom(SEED))).isEmpty();
  }
}
