package dev.headroom.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.site.SiteSketch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S6: what an EVSE falls back to it must accept. Its pilot knows 8, 16 and 32 A. */
class PilotRulesTest {

  private static final PilotSteps KNOWN = new PilotSteps.Set(8000, 16_000, 32_000);

  private static List<String> found(PilotSteps steps, int fallbackAmps, double maximumAmps) {
    SiteSketch sketch = new SiteSketch(Supply.SPLIT_PHASE_120_240);
    sketch.circuit("service", 200).base(0);
    sketch
        .evse("port", "service", new LineToLine(Phase.L1, Phase.L2))
        .accepts(6000, steps)
        .maximum(maximumAmps)
        .fallback(fallbackAmps);
    return SiteSketch.found(sketch);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6 | 8",
        "12 | 8, or to 16",
        "13 | 16, or to 8",
        "11 | 8, or to 16",
        "30 | 32, or to 16"
      })
  void namesTheNearestFallbacksThatAreAccepted(int amps, String nearest) {
    assertThat(found(KNOWN, amps, 32))
        .containsExactly(
            "ERROR spec.evses[0].fallbackAmps: EVSE 'port' does not accept its fallback of "
                + amps
                + " A → set fallbackAmps to "
                + nearest);
  }

  @ParameterizedTest
  @CsvSource({"0", "8", "16", "32"})
  void acceptsAFallbackThatIsOne(int amps) {
    assertThat(found(KNOWN, amps, 32)).isEmpty();
  }

  @Test
  void refusesAPilotAboveTheMaximum() {
    assertThat(found(KNOWN, 8, 31))
        .containsExactly(
            "ERROR spec.evses[0].pilotAmps: EVSE 'port' accepts 32 A, above its maximum of 31 A →"
                + " leave out what is above 31 A");
  }

  @Test
  void acceptsAPilotThatKnowsTheMaximumAlone() {
    assertThat(found(new PilotSteps.Set(16_000), 0, 16)).isEmpty();
  }
}
