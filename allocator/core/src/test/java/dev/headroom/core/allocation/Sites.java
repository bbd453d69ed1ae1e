package dev.headroom.core.allocation;

import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Transformer;
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
import dev.headroom.core.site.SiteTree;
import dev.headroom.core.site.StationAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Sites to test with, built a circuit and an EVSE at a time; amperes in whole numbers. */
final class Sites {

  private final Supply supply;
  private final List<Circuit> circuits = new ArrayList<>();
  private final List<Evse> evses = new ArrayList<>();
  private Control control =
      new Control(Control.Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY);

  // A base load that never rises unseen: blind time (S9) binds nothing but in its own tests.
  private BaseRises rises = new BaseRises(OptionalInt.of(0), OptionalInt.of(0));

  private Sites(Supply supply) {
    this.supply = supply;
  }

  static Sites on(Supply supply) {
    return new Sites(supply);
  }

  /** How fast the base load of circuits added from now on can grow. */
  Sites rising(BaseRises next) {
    rises = next;
    return this;
  }

  /** A service entrance with a perfect CT and this worst-case base load. */
  Sites service(int breakerAmps, int worstCaseBaseAmps) {
    return circuit(
        "service",
        Optional.empty(),
        breakerAmps,
        Optional.of(new Meter("main", 0)),
        Optional.of(PerPhase.same(supply.phases(), worstCaseBaseAmps * 1000)));
  }

  Sites panel(String name, String parent, int breakerAmps) {
    return circuit(name, Optional.of(parent), breakerAmps, Optional.empty(), Optional.empty());
  }

  /** A panel with a perfect CT of its own. */
  Sites metered(String name, String parent, int breakerAmps, int worstCaseBaseAmps) {
    return circuit(
        name,
        Optional.of(parent),
        breakerAmps,
        Optional.of(new Meter(name + "-ct", 0)),
        Optional.of(PerPhase.same(supply.phases(), worstCaseBaseAmps * 1000)));
  }

  /** A panel behind a transformer; lines, breaker and EVSEs below are on its secondary side. */
  Sites behind(Transformer transformer, String name, String parent, int breakerAmps) {
    circuits.add(
        new Circuit(
            name,
            Optional.of(parent),
            breakerAmps * 1000,
            1000,
            Set.copyOf(transformer.secondary().phases()),
            Optional.empty(),
            Optional.empty(),
            true,
            OptionalInt.empty(),
            rises,
            Optional.of(transformer)));
    return this;
  }

  private Sites circuit(
      String name,
      Optional<String> parent,
      int breakerAmps,
      Optional<Meter> meter,
      Optional<PerPhase> worst) {
    Set<Phase> phases = Set.copyOf(supply.phases());
    circuits.add(
        new Circuit(name, parent, breakerAmps * 1000, 800, phases, meter, worst, true, rises));
    return this;
  }

  Sites evse(String name, String circuit, Wiring wiring, int maximumAmps, int fallbackAmps) {
    return evse(name, circuit, wiring, maximumAmps, fallbackAmps, 1);
  }

  Sites evse(
      String name, String circuit, Wiring wiring, int maximumAmps, int fallbackAmps, int weight) {
    evses.add(
        new Evse(
            name,
            circuit,
            maximumAmps * 1250,
            new StationAddress("station-" + name, 1),
            wiring,
            maximumAmps * 1000,
            Evse.PILOT_FLOOR_MILLIAMPS,
            fallbackAmps * 1000,
            true,
            0,
            weight,
            Optional.empty(),
            false));
    return this;
  }

  /** A three-phase rectifier of these watts, at 94 % efficiency and a power factor of 0.98. */
  Sites dc(String name, String circuit, int ratedWatts, int minimumWatts) {
    Wiring wiring = new Wiring.ThreePhase(Phase.L1);
    AcInput input = AcInput.of(wiring, supply, 940, 980);
    evses.add(
        new Evse(
            name,
            circuit,
            1_000_000,
            new StationAddress("station-" + name, 1),
            wiring,
            new Output.Dc(ratedWatts, minimumWatts, 0, input),
            true,
            0,
            1,
            Optional.empty(),
            false));
    return this;
  }

  Sites mode(Control.Mode mode) {
    control =
        new Control(
            mode,
            control.fallback(),
            control.staleAfter(),
            control.raiseDelay(),
            control.demandCap());
    return this;
  }

  Sites demandCap(int watts) {
    control =
        new Control(
            control.mode(),
            control.fallback(),
            control.staleAfter(),
            control.raiseDelay(),
            Optional.of(new DemandCap(watts, Duration.ofMinutes(15))));
    return this;
  }

  Sites demandCap(DemandCap cap) {
    control =
        new Control(
            control.mode(),
            control.fallback(),
            control.staleAfter(),
            control.raiseDelay(),
            Optional.of(cap));
    return this;
  }

  Sites pace(Pace pace) {
    control =
        new Control(
            control.mode(),
            control.fallback(),
            control.staleAfter(),
            control.raiseDelay(),
            control.demandCap(),
            control.sharing(),
            pace);
    return this;
  }

  /** The last EVSE has this priority. */
  Sites priority(int priority) {
    Evse last = evses.removeLast();
    evses.add(
        new Evse(
            last.name(),
            last.circuit(),
            last.branchBreakerMilliamps(),
            last.address(),
            last.wiring(),
            last.output(),
            last.pausable(),
            priority,
            last.weight(),
            last.tenant(),
            last.lockedOff()));
    return this;
  }

  Sites strategy(Sharing.Strategy strategy) {
    control =
        new Control(
            control.mode(),
            control.fallback(),
            control.staleAfter(),
            control.raiseDelay(),
            control.demandCap(),
            new Sharing(strategy, Map.of(), Sharing.Sums.PHASOR),
            control.pace());
    return this;
  }

  SiteTree tree() {
    return new SiteTree(new Site("test", supply, control, circuits, evses));
  }
}
