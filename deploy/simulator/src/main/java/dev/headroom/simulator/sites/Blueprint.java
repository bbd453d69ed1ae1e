package dev.headroom.simulator.sites;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static dev.headroom.core.electrical.Phase.L3;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.StationAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** What a demo site of one supply is made of; whole amperes. */
enum Blueprint {
  /** A garage in Missouri: 208 V between two of three lines. */
  GARAGE(
      Supply.WYE_208Y_120,
      List.of(
          new Wiring.LineToLine(L1, L2),
          new Wiring.LineToLine(L2, L3),
          new Wiring.LineToLine(L3, L1)),
      150,
      100,
      45,
      List.of(50, 60),
      6,
      8),
  /** A house or a small shop: 240 V between the two lines. */
  HOME(
      Supply.SPLIT_PHASE_120_240,
      List.of(new Wiring.LineToLine(L1, L2)),
      150,
      100,
      45,
      List.of(50, 60),
      4,
      6),
  /** A European car park: three phases, rotated from one EVSE to the next. */
  CAR_PARK(
      Supply.WYE_400Y_230,
      List.of(new Wiring.ThreePhase(L1), new Wiring.ThreePhase(L2), new Wiring.ThreePhase(L3)),
      125,
      80,
      30,
      List.of(40),
      6,
      8);

  private static final int AMPERE = 1000;
  private static final int PANEL_BASE = 5;

  private final Supply supply;
  private final List<Wiring> wirings;
  private final int serviceAmperes;
  private final int panelAmperes;
  private final int baseAmperes;
  private final List<Integer> branchAmperes;
  private final int fewestEvses;
  private final int mostEvses;

  Blueprint(
      Supply supply,
      List<Wiring> wirings,
      int serviceAmperes,
      int panelAmperes,
      int baseAmperes,
      List<Integer> branchAmperes,
      int fewestEvses,
      int mostEvses) {
    this.supply = supply;
    this.wirings = wirings;
    this.serviceAmperes = serviceAmperes;
    this.panelAmperes = panelAmperes;
    this.baseAmperes = baseAmperes;
    this.branchAmperes = branchAmperes;
    this.fewestEvses = fewestEvses;
    this.mostEvses = mostEvses;
  }

  Supply supply() {
    return supply;
  }

  List<Wiring> wirings() {
    return wirings;
  }

  int evses(SplittableRandom random) {
    return random.nextInt(fewestEvses, mostEvses + 1);
  }

  List<Circuit> circuits(SplittableRandom random) {
    Map<Phase, Integer> base = new EnumMap<>(Phase.class);
    supply
        .phases()
        .forEach(
            phase -> base.put(phase, (baseAmperes - random.nextInt(baseAmperes / 3)) * AMPERE));
    return List.of(
        circuit("service", Optional.empty(), serviceAmperes, "main", new PerPhase(base)),
        circuit("panel-a", Optional.of("service"), panelAmperes, "panel-a", panelBase()),
        circuit("panel-b", Optional.of("service"), panelAmperes, "panel-b", panelBase()));
  }

  private PerPhase panelBase() {
    return PerPhase.same(supply.phases(), PANEL_BASE * AMPERE);
  }

  private Circuit circuit(
      String name, Optional<String> parent, int amperes, String meter, PerPhase base) {
    return new Circuit(
        name,
        parent,
        amperes * AMPERE,
        800,
        Set.copyOf(supply.phases()),
        Optional.of(new Meter(meter, 10)),
        Optional.of(base));
  }

  /** The {@code index}th EVSE, from 0: panels and wirings take turns. */
  Evse evse(String site, int index, int firstWiring, SplittableRandom random) {
    int branch = branchAmperes.get(random.nextInt(branchAmperes.size()));
    return new Evse(
        "evse-" + (index + 1),
        index % 2 == 0 ? "panel-a" : "panel-b",
        branch * AMPERE,
        new StationAddress(site + "-cp-" + (index + 1), 1),
        wirings.get((firstWiring + index) % wirings.size()),
        branch * AMPERE * 8 / 10,
        Evse.PILOT_FLOOR_MILLIAMPS,
        Evse.PILOT_FLOOR_MILLIAMPS,
        true,
        0,
        1,
        Optional.empty(),
        false);
  }
}
