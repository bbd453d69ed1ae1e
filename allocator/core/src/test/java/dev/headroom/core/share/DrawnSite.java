package dev.headroom.core.share;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.Sharing.Sums;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.SiteTree;
import dev.headroom.core.site.StationAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A site as chance drew it; currents in milliamperes.
 *
 * @param order of letting in
 * @param powerWatts the ceiling of the whole site's power; 0 is none
 * @param neutralMilliamps of the service entrance, as an envelope; 0 is none
 * @param primaryMilliamps of a delta-wye transformer before the service entrance; 0 is none
 */
record DrawnSite(
    Supply supply,
    List<Line> circuits,
    List<Port> ports,
    List<Integer> order,
    int powerWatts,
    int neutralMilliamps,
    int primaryMilliamps) {

  /**
   * A circuit.
   *
   * @param parent whose it is among those before it, counted down from the last
   * @param base on L1, L2, L3
   * @param floorsBeyond how much more room floors have than filling
   */
  record Line(int parent, int breaker, List<Integer> base, int floorsBeyond) {}

  /** A port: where it hangs, and what it asks for. */
  record Port(Spot spot, Wish wish) {}

  /**
   * Where a port hangs.
   *
   * @param lines which sources its vehicle may load
   * @param drewPercent how much of its standing current the meter saw
   */
  record Spot(int circuit, int wiring, int lines, int drewPercent) {}

  /** What a port asks for. */
  record Wish(
      int standing, int least, int most, int weight, int rank, int tenant, PilotSteps steps) {}

  /** With L1 for L2, L2 for L3 and L3 for L1. */
  DrawnSite turned() {
    List<Line> other =
        circuits.stream()
            .map(it -> new Line(it.parent(), it.breaker(), turned(it.base()), it.floorsBeyond()))
            .toList();
    List<Port> others = ports.stream().map(it -> new Port(turned(it.spot()), it.wish())).toList();
    return new DrawnSite(
        supply, other, others, order, powerWatts, neutralMilliamps, primaryMilliamps);
  }

  /** Wirings stand in threes, each the next's turned by one line. */
  private static Spot turned(Spot it) {
    int wiring = it.wiring() / 3 * 3 + (it.wiring() + 1) % 3;
    return new Spot(it.circuit(), wiring, it.lines(), it.drewPercent());
  }

  private static List<Integer> turned(List<Integer> base) {
    return List.of(base.get(2), base.get(0), base.get(1));
  }

  /** Which there are: threes of one kind where there are three lines. */
  static List<Wiring> wirings(Supply supply) {
    return supply.phases().size() == 3
        ? List.of(
            new Wiring.LineToLine(Phase.L1, Phase.L2),
            new Wiring.LineToLine(Phase.L2, Phase.L3),
            new Wiring.LineToLine(Phase.L3, Phase.L1),
            new Wiring.LineToNeutral(Phase.L1),
            new Wiring.LineToNeutral(Phase.L2),
            new Wiring.LineToNeutral(Phase.L3),
            new Wiring.ThreePhase(Phase.L1),
            new Wiring.ThreePhase(Phase.L2),
            new Wiring.ThreePhase(Phase.L3))
        : List.of(
            new Wiring.LineToLine(Phase.L1, Phase.L2),
            new Wiring.LineToNeutral(Phase.L1),
            new Wiring.LineToNeutral(Phase.L2));
  }

  Wiring wiring(Port port) {
    List<Wiring> all = wirings(supply);
    return all.get(port.spot().wiring() % all.size());
  }

  SiteTree tree() {
    return new SiteTree(
        new Site(
            "drawn",
            supply,
            new Control(Control.Fallback.PAUSE, Control.STALE_AFTER, Control.RAISE_DELAY),
            IntStream.range(0, circuits.size()).mapToObj(this::circuit).toList(),
            IntStream.range(0, ports.size()).mapToObj(this::evse).toList()));
  }

  private Circuit circuit(int number) {
    Line it = circuits.get(number);
    Optional<String> parent =
        number == 0
            ? Optional.empty()
            : Optional.of("c" + Math.max(0, number - 1 - it.parent() % number));
    return new Circuit(
        "c" + number,
        parent,
        it.breaker(),
        800,
        Set.copyOf(supply.phases()),
        Optional.empty(),
        Optional.empty());
  }

  private Evse evse(int number) {
    Port it = ports.get(number);
    return new Evse(
        "e" + number,
        "c" + it.spot().circuit() % circuits.size(),
        1_000_000,
        new StationAddress("e" + number, 1),
        wiring(it),
        new Output.Ac(1_000_000, 6000, 0),
        true,
        0,
        1,
        Optional.empty(),
        false);
  }

  /** With currents that add as phasors, which they do. */
  Situation situation() {
    return new DrawnSituation(this, Sums.PHASOR).situation();
  }

  /** With currents that add as if all pointed the same way. */
  Situation plainSituation() {
    return new DrawnSituation(this, Sums.PLAIN).situation();
  }
}
