package dev.headroom.core.site;

import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.rules.SiteRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A site drawn in a few lines, right or wrong; amperes. */
public final class SiteSketch {

  private final Supply supply;
  private Control control =
      new Control(Control.Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY);
  private final List<CircuitSketch> circuits = new ArrayList<>();
  private final List<EvseSketch> evses = new ArrayList<>();

  public SiteSketch(Supply supply) {
    this.supply = supply;
  }

  public CircuitSketch circuit(String name, int breakerAmps) {
    CircuitSketch circuit = new CircuitSketch(name, breakerAmps, Set.copyOf(supply.phases()));
    circuits.add(circuit);
    return circuit;
  }

  public EvseSketch evse(String name, String circuit, Wiring wiring) {
    EvseSketch evse =
        new EvseSketch(name, circuit, wiring, new StationAddress("CP-" + evses.size(), 1));
    evses.add(evse);
    return evse;
  }

  /** What the rules find, as {@code SEVERITY path: message → remedy}. */
  public static List<String> found(SiteSketch sketch) {
    return SiteRules.check(sketch.site()).stream()
        .map(it -> it.severity() + " " + it.path() + ": " + it.message() + " → " + it.remedy())
        .toList();
  }

  public SiteSketch control(Control other) {
    control = other;
    return this;
  }

  public Site site() {
    return new Site(
        "sketch",
        supply,
        control,
        circuits.stream().map(CircuitSketch::circuit).toList(),
        evses.stream().map(EvseSketch::evse).toList());
  }

  /** A circuit; without a base load unless given one, and that one never rises at once. */
  public static final class CircuitSketch {
    private final String name;
    private final int breakerAmps;
    private Set<Phase> phases;
    private Optional<String> parent = Optional.empty();
    private Optional<Meter> meter = Optional.empty();
    private Optional<PerPhase> base = Optional.empty();
    private BaseRises rises = new BaseRises(OptionalInt.of(0), OptionalInt.of(0));
    private int factorPermille = 800;
    private boolean withNeutral = true;
    private OptionalInt neutral = OptionalInt.empty();
    private Optional<Transformer> transformer = Optional.empty();

    private CircuitSketch(String name, int breakerAmps, Set<Phase> phases) {
      this.name = name;
      this.breakerAmps = breakerAmps;
      this.phases = phases;
    }

    public CircuitSketch under(String name) {
      parent = Optional.of(name);
      return this;
    }

    public CircuitSketch phases(Set<Phase> only) {
      phases = only;
      return this;
    }

    public CircuitSketch meter(String name) {
      meter = Optional.of(new Meter(name, 10));
      return this;
    }

    public CircuitSketch base(int amps) {
      base = Optional.of(PerPhase.same(phases, amps * 1000));
      return this;
    }

    public CircuitSketch base(Map<Phase, Integer> milliamps) {
      base = Optional.of(new PerPhase(milliamps));
      return this;
    }

    /** Milliamperes; empty is undeclared. */
    public CircuitSketch rises(OptionalInt step, OptionalInt withinTtl) {
      rises = new BaseRises(step, withinTtl);
      return this;
    }

    public CircuitSketch factor(int permille) {
      factorPermille = permille;
      return this;
    }

    public CircuitSketch neutral(int amps) {
      neutral = OptionalInt.of(amps * 1000);
      return this;
    }

    public CircuitSketch withoutNeutral() {
      withNeutral = false;
      return this;
    }

    /** All phases of its secondary unless told otherwise afterwards. */
    public CircuitSketch through(Transformer its) {
      transformer = Optional.of(its);
      phases = Set.copyOf(its.secondary().phases());
      return this;
    }

    private Circuit circuit() {
      return new Circuit(
          name,
          parent,
          breakerAmps * 1000,
          factorPermille,
          phases,
          meter,
          base,
          withNeutral,
          neutral,
          rises,
          transformer);
    }
  }

  /** An EVSE; 6 to 32 A behind 40 A, falling back to 6 A, unless said otherwise. */
  public static final class EvseSketch {
    private final String name;
    private final String circuit;
    private final Wiring wiring;
    private StationAddress address;
    private int branchBreakerMilliamps = 40_000;
    private int maximumMilliamps = 32_000;
    private int minimumMilliamps = 6_000;
    private PilotSteps steps = PilotSteps.TENTHS;
    private int fallbackMilliamps = 6_000;
    private boolean locked;
    private Optional<String> tenant = Optional.empty();
    private Optional<Output> other = Optional.empty();

    private EvseSketch(String name, String circuit, Wiring wiring, StationAddress address) {
      this.name = name;
      this.circuit = circuit;
      this.wiring = wiring;
      this.address = address;
    }

    public EvseSketch at(String station, int evseId) {
      address = new StationAddress(station, evseId);
      return this;
    }

    public EvseSketch branchBreaker(int amps) {
      branchBreakerMilliamps = amps * 1000;
      return this;
    }

    public EvseSketch maximum(double amps) {
      maximumMilliamps = (int) Math.round(amps * 1000);
      return this;
    }

    public EvseSketch fallback(int amps) {
      fallbackMilliamps = amps * 1000;
      return this;
    }

    public EvseSketch accepts(int fromMilliamps, PilotSteps those) {
      minimumMilliamps = fromMilliamps;
      steps = those;
      return this;
    }

    public EvseSketch dc(int ratedWatts, int minimumWatts, AcInput input) {
      other = Optional.of(new Output.Dc(ratedWatts, minimumWatts, 0, input));
      return this;
    }

    public EvseSketch tenant(String name) {
      tenant = Optional.of(name);
      return this;
    }

    public EvseSketch lockedOff() {
      locked = true;
      return this;
    }

    Evse evse() {
      return new Evse(
          name,
          circuit,
          branchBreakerMilliamps,
          address,
          wiring,
          other.orElse(new Output.Ac(maximumMilliamps, minimumMilliamps, fallbackMilliamps, steps)),
          true,
          0,
          1,
          tenant,
          locked);
    }
  }
}
