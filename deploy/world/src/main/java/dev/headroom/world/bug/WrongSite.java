package dev.headroom.world.bug;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.BaseRises;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** The allocator's core is given another site than stands there. */
record WrongSite(UnaryOperator<Site> changed) implements Sabotage {

  /** The first EVSE hangs on the next line. */
  static WrongSite onePhaseOff() {
    return new WrongSite(
        site -> {
          List<Evse> evses = new ArrayList<>(site.evses());
          evses.set(0, rotated(evses.getFirst()));
          return new Site(site.name(), site.supply(), site.control(), site.circuits(), evses);
        });
  }

  /** Breakers carry their nameplate for hours. */
  static WrongSite factorForgotten() {
    return new WrongSite(site -> with(site, circuit -> circuit(circuit, 1000, circuit.rises())));
  }

  /** No base load ever rises while nobody can act. */
  static WrongSite blindTimeForgotten() {
    BaseRises none = new BaseRises(OptionalInt.of(0), OptionalInt.of(0));
    return new WrongSite(
        site -> with(site, circuit -> circuit(circuit, circuit.continuousFactorPermille(), none)));
  }

  @Override
  public Site defined(Site site) {
    return changed.apply(site);
  }

  private static Site with(Site site, UnaryOperator<Circuit> other) {
    List<Circuit> circuits = site.circuits().stream().map(other).toList();
    return new Site(site.name(), site.supply(), site.control(), circuits, site.evses());
  }

  private static Circuit circuit(Circuit circuit, int factorPermille, BaseRises rises) {
    return new Circuit(
        circuit.name(),
        circuit.parent(),
        circuit.breakerMilliamps(),
        factorPermille,
        circuit.phases(),
        circuit.meter(),
        circuit.worstCaseBaseMilliamps(),
        circuit.neutral(),
        circuit.neutralMilliamps(),
        rises,
        circuit.transformer());
  }

  private static Evse rotated(Evse evse) {
    return new Evse(
        evse.name(),
        evse.circuit(),
        evse.branchBreakerMilliamps(),
        evse.address(),
        rotated(evse.wiring()),
        evse.output(),
        evse.pausable(),
        evse.priority(),
        evse.weight(),
        evse.tenant(),
        evse.lockedOff());
  }

  private static Wiring rotated(Wiring wiring) {
    return switch (wiring) {
      case Wiring.LineToNeutral(Phase line) -> new Wiring.LineToNeutral(next(line));
      case Wiring.LineToLine(Phase from, Phase to) -> new Wiring.LineToLine(next(from), next(to));
      case Wiring.ThreePhase(Phase first) -> new Wiring.ThreePhase(next(first));
    };
  }

  private static Phase next(Phase line) {
    Phase[] all = Phase.values();
    return all[(line.ordinal() + 1) % all.length];
  }
}
