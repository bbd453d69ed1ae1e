package dev.headroom.contract.site;

import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.VectorGroup;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.BaseRises;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.DemandCap;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.Pace;
import dev.headroom.core.site.Sharing;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.StationAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A site that uses every key: as written, and as it is to be understood. */
final class WholeSite {

  static final String YAML =
      """
      apiVersion: headroom.dev/v1
      kind: Site
      metadata:
        name: garage-1
      spec:
        supply: 208Y/120
        voltage: {lineToLineVolts: 212, lowestPercent: 87.5}
        control:
          mode: dynamic
          fallback: pause
          openAcknowledgedBy: nobody, it is not open
          staleAfter: 4s
          raiseDelay: 1m
          demandCap: {kilowatts: 90.5, window: 30m, windows: sliding, burstKilowatts: 110}
          strategy: priority-tiers
          tenantWeights: {acme: 3}
          sums: plain
          dwell: 20m
          staggeredStart: 45s
        circuits:
          - name: service
            breakerAmps: 400
            continuousFactor: 1.0
            meter: {name: main, accuracyPercent: 0.5}
            worstCaseBaseAmps: {L1: 120, L2: 110.5, L3: 90}
            neutral: false
            largestBaseStepAmps: 30
            baseRiseWithinTtlAmps: 45.5
          - name: panel-a
            parent: service
            breakerAmps: 200
            phases: [L1, L2]
          - name: shop
            parent: service
            breakerAmps: 60
            neutralAmps: 40.5
            transformer:
              ratedKva: 12.5
              group: Ii0
              primary: 208Y/120
              secondary: 120/240
              primaryLines: [L3, L2]
        evses:
          - name: port-1
            circuit: panel-a
            branchBreakerAmps: 50
            station: CP-0001
            evseId: 2
            wiring: L1-L2
            maximumAmps: 40
            minimumAmps: 6.5
            fallbackAmps: 8
            pilotAmps: [8, 6.5, 16, 40]
            pausable: false
            priority: 3
            weight: 2
            tenant: acme
            lockedOff: true
            lockedOffBy: J. Smith, master electrician, 2026-04-02
          - name: port-2
            circuit: service
            branchBreakerAmps: 40
            station: CP-0002
            wiring: L2-L3-L1
            maximumAmps: 32
          - name: port-3
            circuit: service
            branchBreakerAmps: 100
            station: CP-0003
            wiring: L1-L2-L3
            dc:
              ratedKilowatts: 20
              minimumKilowatts: 2.5
              fallbackKilowatts: 5
              efficiency: 0.94
              powerFactor: 0.98
      """;

  private WholeSite() {}

  static Site site() {
    return new Site(
        "garage-1",
        new Supply(SupplySystem.WYE_208Y_120, 212, 875),
        new Control(
            Control.Mode.DYNAMIC,
            Control.Fallback.PAUSE,
            Duration.ofSeconds(4),
            Duration.ofMinutes(1),
            Optional.of(
                new DemandCap(90_500, Duration.ofMinutes(30), DemandCap.Windows.SLIDING, 110_000)),
            new Sharing(Sharing.Strategy.PRIORITY_TIERS, Map.of("acme", 3), Sharing.Sums.PLAIN),
            new Pace(Duration.ofMinutes(20), Duration.ofSeconds(45))),
        List.of(service(), panel(), shop()),
        List.of(firstPort(), secondPort(), thirdPort()));
  }

  private static Circuit service() {
    return new Circuit(
        "service",
        Optional.empty(),
        400_000,
        1000,
        Set.of(Phase.values()),
        Optional.of(new Meter("main", 5)),
        Optional.of(new PerPhase(Map.of(Phase.L1, 120_000, Phase.L2, 110_500, Phase.L3, 90_000))),
        false,
        new BaseRises(OptionalInt.of(30_000), OptionalInt.of(45_500)));
  }

  private static Circuit panel() {
    return new Circuit(
        "panel-a",
        Optional.of("service"),
        200_000,
        800,
        Set.of(Phase.L1, Phase.L2),
        Optional.empty(),
        Optional.empty());
  }

  private static Circuit shop() {
    return new Circuit(
        "shop",
        Optional.of("service"),
        60_000,
        800,
        Set.of(Phase.L1, Phase.L2),
        Optional.empty(),
        Optional.empty(),
        true,
        OptionalInt.of(40_500),
        BaseRises.UNDECLARED,
        Optional.of(
            new Transformer(
                12_500,
                VectorGroup.II0,
                SupplySystem.WYE_208Y_120,
                SupplySystem.SPLIT_PHASE,
                List.of(Phase.L3, Phase.L2))));
  }

  private static Evse firstPort() {
    return new Evse(
        "port-1",
        "panel-a",
        50_000,
        new StationAddress("CP-0001", 2),
        new Wiring.LineToLine(Phase.L1, Phase.L2),
        new Output.Ac(40_000, 6500, 8000, new PilotSteps.Set(6500, 8000, 16_000, 40_000)),
        false,
        3,
        2,
        Optional.of("acme"),
        true);
  }

  private static Evse secondPort() {
    return new Evse(
        "port-2",
        "service",
        40_000,
        new StationAddress("CP-0002", 1),
        new Wiring.ThreePhase(Phase.L2),
        32_000,
        6000,
        0,
        true,
        0,
        1,
        Optional.empty(),
        false);
  }

  private static Evse thirdPort() {
    AcInput input = new AcInput(321, 940, 980); // 0.875 × √3 × 212 V
    return new Evse(
        "port-3",
        "service",
        100_000,
        new StationAddress("CP-0003", 1),
        new Wiring.ThreePhase(Phase.L1),
        new Output.Dc(20_000, 2500, 5000, input),
        true,
        0,
        1,
        Optional.empty(),
        false);
  }
}
