package dev.headroom.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.SiteSketch.EvseSketch;
import org.junit.jupiter.api.Test;

/** Rule S6: whatever is asked of an EVSE, it accepts, or it pauses. */
class EvseStepsTest {

  private static final Wiring L1_L2 = new Wiring.LineToLine(Phase.L1, Phase.L2);
  private final SiteSketch sketch = new SiteSketch(Supply.WYE_208Y_120);

  @Test
  void itsMinimumIsTheSmallestCurrentItAcceptsFromThereOn() {
    assertThat(evse(6500, PilotSteps.TENTHS).minimumMilliamps()).isEqualTo(6500);
    assertThat(evse(6540, PilotSteps.TENTHS).minimumMilliamps()).isEqualTo(6600);
    assertThat(evse(6500, PilotSteps.AMPERES).minimumMilliamps()).isEqualTo(7000);
    assertThat(evse(6500, new PilotSteps.Set(6000, 16_000)).minimumMilliamps()).isEqualTo(16_000);
  }

  @Test
  void belowTheFirstCurrentItAcceptsItPauses() {
    Evse evse = evse(6000, new PilotSteps.Set(8000, 16_000, 32_000));

    assertThat(evse.floorMilliamps()).isEqualTo(8000);
    assertThat(evse.acceptedMilliamps(7999)).isZero();
    assertThat(evse.acceptedMilliamps(8000)).isEqualTo(8000);
    assertThat(evse.acceptedMilliamps(31_999)).isEqualTo(16_000);
    assertThat(evse.acceptedMilliamps(40_000)).isEqualTo(32_000);
  }

  @Test
  void belowThePilotsFloorItPausesThoughItsStepsAreFiner() {
    Evse evse = evse(6000, PilotSteps.TENTHS);

    assertThat(evse.acceptedMilliamps(5999)).isZero();
    assertThat(evse.acceptedMilliamps(6099)).isEqualTo(6000);
  }

  @Test
  void aDirectCurrentEvseHasItsOwnFloor() {
    AcInput input = AcInput.of(L1_L2, Supply.WYE_208Y_120, 1000, 1000);
    Evse evse = port().dc(20_000, 374, input).evse(); // 2 A at the lowest 187 V

    assertThat(evse.floorMilliamps()).isEqualTo(2000);
    assertThat(evse.acceptedMilliamps(1999)).isZero();
    assertThat(evse.acceptedMilliamps(2050)).isEqualTo(2000);
  }

  @Test
  void minimumsCountAsTheCurrentsThatAreAccepted() {
    sketch.circuit("service", 50).base(20);
    port().accepts(6000, new PilotSteps.Set(12_000, 32_000)).fallback(0);
    port().accepts(6000, new PilotSteps.Set(12_000, 32_000)).fallback(0);

    assertThat(SiteSketch.found(sketch))
        .anySatisfy(it -> assertThat(it).contains("the minimums of 2 EVSEs (24 A) do not all fit"));
  }

  private Evse evse(int minimumMilliamps, PilotSteps steps) {
    return port().accepts(minimumMilliamps, steps).evse();
  }

  private EvseSketch port() {
    return sketch.evse("port-" + sketch.site().evses().size(), "service", L1_L2);
  }
}
