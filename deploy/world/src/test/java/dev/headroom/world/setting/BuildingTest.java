package dev.headroom.world.setting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.actors.site.PhysicalSite;
import dev.headroom.core.breaker.BlindTime;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Site;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a definition declares of its building is true of the load as it is. */
class BuildingTest {

  private static final Duration HOURS = Duration.ofHours(2);

  /** The current of one line over time: how high it was, and how far it rose. */
  private static final class Line {
    private final Circuit circuit;
    private final Phase phase;
    private final int step;
    private final int window;
    private final Deque<Integer> lately = new ArrayDeque<>();
    private int highest;
    private int lowest = Integer.MAX_VALUE;
    private int risen;
    private int risenLately;

    Line(Circuit circuit, Phase phase, int step, int windowSeconds) {
      this.circuit = circuit;
      this.phase = phase;
      this.step = step;
      this.window = windowSeconds;
    }

    void note(int milliamps) {
      highest = Math.max(highest, milliamps);
      lowest = Math.min(lowest, milliamps);
      risen = Math.max(risen, milliamps - lowest);
      for (int before : lately) {
        risenLately = Math.max(risenLately, milliamps - before);
      }
      lately.add(milliamps);
      if (lately.size() > window) {
        lately.remove();
      }
    }

    void keepsToItsDeclaration() {
      assertThat(highest + step)
          .describedAs("the worst case of %s %s", circuit.name(), phase)
          .isLessThanOrEqualTo(circuit.worstBaseMilliamps(phase));
      assertThat(risenLately + step)
          .describedAs("the step of %s %s", circuit.name(), phase)
          .isLessThanOrEqualTo(circuit.rises().largestStepMilliamps().orElseThrow());
      assertThat(risen + step)
          .describedAs("the rise of %s %s", circuit.name(), phase)
          .isLessThanOrEqualTo(circuit.rises().withinTtlMilliamps().orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21})
  void risesByNoMoreThanDeclaredAndStaysWithinTheWorstCase(long seed) {
    Setting setting = Setting.varied(seed, HOURS);
    PhysicalSite building =
        new PhysicalSite(withoutEvses(setting.site()), setting.loads(), Setting.START);
    int window = (int) BlindTime.withoutMeter(Control.STALE_AFTER).toSeconds();
    int step = setting.step().largest();
    List<Line> lines =
        setting.site().circuits().stream()
            .flatMap(
                circuit ->
                    circuit.phases().stream()
                        .map(
                            phase ->
                                new Line(
                                    circuit, phase, circuit.parent().isEmpty() ? step : 0, window)))
            .toList();
    for (int second = 0; second <= HOURS.toSeconds(); second++) {
      building.advance(Setting.START.plusSeconds(second));
      for (Line line : lines) {
        line.note(building.baseOf(line.circuit.name()).magnitudeMilliamps(line.phase));
      }
    }

    lines.forEach(Line::keepsToItsDeclaration);
    assertThat(step).isPositive();
    assertThat(lines)
        .anyMatch(line -> line.highest + step > line.circuit.worstBaseMilliamps(line.phase) / 2);
  }

  private static Site withoutEvses(Site site) {
    return new Site(site.name(), site.supply(), site.control(), site.circuits(), List.of());
  }
}
