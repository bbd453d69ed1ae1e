package dev.headroom.actors.site;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static dev.headroom.core.electrical.Phase.L3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.load.LoadTrace;
import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.actors.vehicle.VehicleSpec;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PhysicalSiteTest {

  private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");

  private static PhysicalSite site(Supply supply, Wiring first, Wiring second) {
    return new PhysicalSite(Sites.of(supply, first, second), BaseLoads.seeded(1, T0), T0);
  }

  private static void charge(PhysicalSite site, String station) {
    ChargingStation at = site.station(station);
    at.connector(1)
        .plug(new Vehicle(new VehicleSpec(6000, 32_000, 3, 90_000, Duration.ZERO, false)));
    at.begin(1);
  }

  private static void passSeconds(PhysicalSite site, int seconds) {
    for (int i = 0; i < seconds; i++) {
      site.advance(site.now().plusSeconds(1));
    }
  }

  @Test
  void whatAVehicleDrawsShowsInEveryCircuitAboveIt() {
    PhysicalSite site =
        site(
            Supply.SPLIT_PHASE_120_240,
            new Wiring.LineToLine(L1, L2),
            new Wiring.LineToNeutral(L1));
    int service = site.currentsOf("service").magnitudeMilliamps(L2);
    int panel = site.currentsOf("panel").magnitudeMilliamps(L2);

    charge(site, "cp-1");
    charge(site, "cp-2");
    site.advance(T0.plusMillis(1));

    assertThat(site.currentsOf("panel").magnitudeMilliamps(L2))
        .isCloseTo(panel + 32_000, within(9));
    assertThat(site.currentsOf("service").magnitudeMilliamps(L2))
        .isCloseTo(service + 32_000, within(9));
    assertThat(site.currentsOf("service").magnitudeMilliamps(L1)).isGreaterThan(64_000);
  }

  /** 32 A at 208 V are ¼, ½ and ¼ of it in the lines of 480 V, and the same power. */
  @Test
  void whatFlowsBelowATransformerComesThroughItsWindings() {
    Site garage = Sites.behindATransformer(new Wiring.LineToLine(L1, L2));
    PhysicalSite site = new PhysicalSite(garage, BaseLoads.seeded(1, T0), T0);
    charge(site, "cp-1");
    site.advance(T0.plusMillis(1));

    assertThat(site.currentsOf("panel").magnitudeMilliamps(L1)).isCloseTo(32_000, within(9));
    assertThat(site.currentsOf("service").magnitudeMilliamps(L1)).isCloseTo(8_000, within(3));
    assertThat(site.currentsOf("service").magnitudeMilliamps(L2)).isCloseTo(16_000, within(5));
    assertThat(site.currentsOf("service").magnitudeMilliamps(L3)).isCloseTo(8_000, within(3));

    Circuit panel = garage.circuits().getLast();
    MeterSample sample = new CtMeter(site, panel, new Meter("panel", 0), 1).sample();
    assertThat(sample.voltageMillivolts().on(L1)).isEqualTo(120_000);
    assertThat(site.station("cp-1").connector(1).supply()).isEqualTo(Supply.WYE_208Y_120);
  }

  @Test
  void aStepLoadsItsPhaseAloneAndBreakersWarmAboveTheirRating() {
    PhysicalSite site =
        site(Supply.WYE_400Y_230, new Wiring.ThreePhase(L1), new Wiring.ThreePhase(L2));
    int before = site.baseOf("service").magnitudeMilliamps(L3);
    site.step("service", new PerPhase(Map.of(L2, 120_000)));
    passSeconds(site, 9);

    assertThat(site.baseOf("service").magnitudeMilliamps(L2)).isGreaterThan(120_000);
    assertThat(site.baseOf("service").magnitudeMilliamps(L3)).isCloseTo(before, within(1000));
    assertThat(site.heat("service", L2).d()).isPositive();
    assertThat(site.heat("service", L2).longestAbove()).isEqualTo(Duration.ofSeconds(9));
    assertThat(site.heat("service", L1).d()).isZero();
    assertThat(site.heat("panel", L2).d()).isZero();
  }

  @Test
  void baseStaysWithinWhatTheCircuitsDeclare() {
    PhysicalSite site =
        site(Supply.WYE_208Y_120, new Wiring.LineToLine(L1, L2), new Wiring.LineToLine(L2, L3));

    for (Phase phase : Supply.WYE_208Y_120.phases()) {
      assertThat(site.baseOf("service").magnitudeMilliamps(phase)).isBetween(8_000, 24_000);
      assertThat(site.baseOf("panel").magnitudeMilliamps(phase)).isBetween(3_000, 9_000);
    }
  }

  @Test
  void aRecordedLoadFitsWhatEachCircuitDeclaresOrIsScaledAsTold() {
    LoadTrace trace =
        new LoadTrace(Duration.ofMinutes(1), List.of(List.of(2_000, 4_000), List.of(1_000, 500)));
    Site definition =
        Sites.of(Supply.WYE_400Y_230, new Wiring.ThreePhase(L1), new Wiring.ThreePhase(L2));
    PhysicalSite fitted =
        new PhysicalSite(definition, BaseLoads.traced(trace, T0, 60, OptionalInt.empty()), T0);
    PhysicalSite doubled =
        new PhysicalSite(definition, BaseLoads.traced(trace, T0, 60, OptionalInt.of(2000)), T0);
    fitted.advance(T0.plusSeconds(1));
    doubled.advance(T0.plusSeconds(1));

    assertThat(fitted.baseOf("service").magnitudeMilliamps(L1)).isEqualTo(40_000);
    assertThat(fitted.baseOf("panel").magnitudeMilliamps(L1)).isEqualTo(15_000);
    assertThat(fitted.baseOf("panel").magnitudeMilliamps(L2)).isEqualTo(1_875);
    assertThat(doubled.baseOf("service").magnitudeMilliamps(L1)).isEqualTo(8_000);
    assertThat(doubled.baseOf("panel").magnitudeMilliamps(L1)).isZero();
  }

  @Test
  void namesWhatASiteLacks() {
    PhysicalSite site =
        site(
            Supply.SPLIT_PHASE_120_240,
            new Wiring.LineToLine(L1, L2),
            new Wiring.LineToNeutral(L1));

    assertThatThrownBy(() -> site.currentsOf("attic")).hasMessageContaining("no circuit attic");
    assertThatThrownBy(() -> site.station("cp-9")).hasMessageContaining("no station cp-9");
    assertThatThrownBy(() -> site.evse("three")).hasMessageContaining("no evse three");
    assertThatThrownBy(() -> site.step("service", new PerPhase(Map.of(L3, 1))))
        .hasMessageContaining("not [L3]");
  }

  @Property(tries = 50)
  void aMeterReadsTheTruthWithinItsClass(
      @ForAll long seed, @ForAll @IntRange(max = 90_000) int step) {
    PhysicalSite site =
        site(Supply.WYE_208Y_120, new Wiring.LineToLine(L1, L2), new Wiring.LineToLine(L2, L3));
    site.step("service", new PerPhase(Map.of(L1, step)));
    charge(site, "cp-1");
    site.advance(T0.plusSeconds(1));
    Circuit service = site.serviceEntrance();
    CtMeter meter = new CtMeter(site, service, new Meter("main", 10), seed);

    MeterSample sample = meter.sample();

    for (Phase phase : service.phases()) {
      int truth = site.currentsOf("service").magnitudeMilliamps(phase);
      assertThat(sample.currentMilliamps().on(phase))
          .isBetween(truth * 99 / 100 - 1, truth * 101 / 100 + 1);
    }
    assertThat(sample.sequence()).isEqualTo(1);
    assertThat(meter.sample().sequence()).isEqualTo(2);
  }
}
