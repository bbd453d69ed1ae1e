package dev.headroom.actors.load;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.core.electrical.PerPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LoadTest {

  private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");
  private static final LoadTrace TRACE =
      new LoadTrace(
          Duration.ofMinutes(1), List.of(List.of(1000, 2000, 4000), List.of(500, 100, 0)));

  private static TracedShape replayed(int speed, int scalePermille) {
    return new TracedShape(TRACE, List.of(L1, L2), T0, speed, scalePermille);
  }

  @Test
  void replaysAtItsSpeedAndStartsAgain() {
    TracedShape shape = replayed(60, 1000);

    assertThat(shape.milliampsAt(T0).values()).isEqualTo(Map.of(L1, 1000, L2, 500));
    assertThat(shape.milliampsAt(T0.plusMillis(999)).on(L1)).isEqualTo(1000);
    assertThat(shape.milliampsAt(T0.plusSeconds(2)).values()).isEqualTo(Map.of(L1, 4000, L2, 0));
    assertThat(shape.milliampsAt(T0.plusSeconds(3)).on(L1)).isEqualTo(1000);
    assertThat(replayed(1, 1000).milliampsAt(T0.plusSeconds(60)).on(L1)).isEqualTo(2000);
  }

  @Test
  void scalesAndFits() {
    assertThat(replayed(1, 2500).milliampsAt(T0).on(L1)).isEqualTo(2500);
    assertThat(TRACE.fitPermille(List.of(8000, 5000))).isEqualTo(2000);
    assertThat(TRACE.fitPermille(List.of(8000, 250))).isEqualTo(500);
  }

  @Test
  void repeatsARecordedPhaseWhereTheSiteHasMore() {
    LoadTrace one = new LoadTrace(Duration.ofMinutes(1), List.of(List.of(1000, 2000)));

    assertThat(new TracedShape(one, List.of(L1, L2), T0, 1, 1000).milliampsAt(T0).on(L2))
        .isEqualTo(1000);
  }

  @Test
  void refusesTracesThatMeanNothing() {
    Duration minute = Duration.ofMinutes(1);
    assertThatThrownBy(() -> new LoadTrace(minute, List.of())).hasMessageContaining("one value");
    assertThatThrownBy(() -> new LoadTrace(minute, List.of(List.of(1), List.of(1, 2))))
        .hasMessageContaining("one length");
    assertThatThrownBy(() -> new LoadTrace(minute, List.of(List.of(-1))))
        .hasMessageContaining("negative");
  }

  @Test
  void stepsAddUpAndNeverGoBelowNothing() {
    UncontrolledLoad load = new UncontrolledLoad(replayed(1, 1000));
    load.step(L2, 40_000);
    assertThat(load.milliampsAt(T0).values()).isEqualTo(Map.of(L1, 1000, L2, 40_500));
    load.step(L2, -90_000);
    assertThat(load.milliampsAt(T0).on(L2)).isZero();
  }

  @Property
  void aSeededBaseStaysWithinItsWorstCase(
      @ForAll long seed,
      @ForAll @IntRange(max = 500_000) int worst,
      @ForAll @IntRange(max = 100_000) int second) {
    PerPhase worstCase = PerPhase.same(List.of(L1, L2), worst);
    Instant at = T0.plusSeconds(second);

    PerPhase base = new SeededShape(seed, worstCase, T0).milliampsAt(at);

    assertThat(base.values().values())
        .allMatch(value -> value >= worst / 5 && value <= worst * 3L / 5);
    assertThat(new SeededShape(seed, worstCase, T0).milliampsAt(at)).isEqualTo(base);
  }
}
