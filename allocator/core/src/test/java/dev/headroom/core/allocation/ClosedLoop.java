package dev.headroom.core.allocation;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.memory.ControlState;
import dev.headroom.core.memory.Resumption;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

/**
 * A site in virtual time with everything around its controller: chargers that acknowledge after
 * half a second, vehicles that follow after two, samples every five, a CT every second. Ticks are
 * 250 ms. Currents add as they do, by magnitude and direction; the CT sees magnitudes.
 */
final class ClosedLoop {

  private static final Duration TICK = Duration.ofMillis(250);
  private static final int SAMPLE_TICKS = 20;

  /** So long before the start every charger accepted its base profile. */
  private static final Duration MET_BEFORE = Duration.ofMinutes(1);

  private final SiteTree tree;
  private final Map<String, Charger> chargers = new LinkedHashMap<>();
  private final Map<String, Map<Phase, Integer>> bases = new HashMap<>();
  private SiteController controller;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private boolean meterSpeaks = true;
  private long ticks;
  private long epoch = 1;
  int baseLagsDegrees;

  /** What the CT makes of a current. */
  IntUnaryOperator ct = milliamps -> milliamps;

  Optional<Allocation> last = Optional.empty();

  ClosedLoop(SiteTree tree) {
    this.tree = tree;
    this.controller = new SiteController(tree, 1, epoch, Optional.empty());
    // Chargers sample at different moments, as they do.
    for (Evse evse : tree.site().evses()) {
      chargers.put(evse.name(), new Charger(evse, 7 * chargers.size() % SAMPLE_TICKS));
    }
    chargers.values().forEach(it -> controller.accept(it.stateAt(now.minus(MET_BEFORE))));
  }

  /** One charger and the vehicle behind it. */
  final class Charger {
    final Evse evse;
    boolean online = true;
    boolean obeys = true;
    boolean proven = true;
    boolean baseAccepted = true;
    boolean settles = true;
    boolean silent;
    long connection = 7;
    Optional<ChargingSession> session = Optional.empty();
    int wants = 1_000_000;

    /** Which of the EVSE's sources its vehicle uses. */
    IntPredicate uses = source -> true;

    /** It draws nothing until its limit goes to 0 and comes back. */
    boolean asleep;

    int draw;
    int limit;
    Optional<Acknowledgement> acknowledged = Optional.empty();
    Optional<Revision> settled = Optional.empty();
    Optional<MeasuredCurrent> measured = Optional.empty();
    Optional<EvseLimit> told = Optional.empty();
    Optional<Revision> toldAt = Optional.empty();
    Instant acknowledges = Instant.MAX;
    Instant follows = Instant.MAX;
    final int offset;

    Charger(Evse evse, int offset) {
      this.evse = evse;
      this.offset = offset;
      this.limit = evse.fallbackMilliamps();
    }

    void plugIn() {
      session = Optional.of(new ChargingSession("s-" + evse.name(), now, true));
      follows = now.plusSeconds(2);
    }

    /** Nobody owns the site: its gateway cuts it to its fallback (S5), and no limit settles. */
    void fallsBack() {
      limit = evse.fallbackMilliamps();
      follows = now.plusSeconds(2);
      settled = Optional.empty();
      settles = false;
      acknowledged =
          acknowledged.map(
              it -> new Acknowledgement(Math.min(it.limitMilliamps(), limit), it.revision(), now));
    }

    /** Its gateway is gone, and has told nobody: it falls back by itself (S5). */
    void isLeftAlone() {
      silent = true;
      limit = evse.fallbackMilliamps();
      follows = now.plusSeconds(2);
    }

    /** A gateway that knows nothing of what was before has its socket. */
    void connectsAnew() {
      silent = false;
      connection++;
      acknowledged = Optional.empty();
      settled = Optional.empty();
      measured = Optional.empty();
      told = Optional.empty();
    }

    void unplug() {
      session = Optional.empty();
      draw = 0;
    }

    void hear(Allocation allocation) {
      told = allocation.limitOf(evse.name());
      toldAt = Optional.of(allocation.revision());
      acknowledges = online && !silent ? now.plusMillis(500) : Instant.MAX;
    }

    void tick() {
      if (!now.isBefore(acknowledges) && told.isPresent() && online) {
        acknowledges = Instant.MAX;
        settles = true;
        int granted = told.get().limitMilliamps();
        acknowledged = Optional.of(new Acknowledgement(granted, toldAt.orElseThrow(), now));
        if (obeys) {
          limit = granted;
          follows = now.plusSeconds(2);
        }
      }
      if (!now.isBefore(follows)) {
        asleep &= limit != 0;
        draw = asleep || session.isEmpty() || limit < 6000 ? 0 : Math.min(limit, wants);
      }
      if ((ticks + offset) % SAMPLE_TICKS == 0) {
        measured = Optional.of(new MeasuredCurrent(onLines(), now));
        boolean rested =
            settles
                && acknowledged.isPresent()
                && !now.isBefore(acknowledged.get().at().plusSeconds(5));
        if (rested && draw <= acknowledged.get().limitMilliamps() + 1000) {
          settled = acknowledged.map(Acknowledgement::revision);
        }
      }
      if (!silent) {
        controller.accept(state());
      }
    }

    private int on(int source) {
      return uses.test(source) ? draw : 0;
    }

    private PerPhase onLines() {
      Map<Phase, Integer> lines = new EnumMap<>(Phase.class);
      List<List<Phase>> sources = evse.wiring().sourceLines();
      for (int source = 0; source < sources.size(); source++) {
        int its = on(source);
        sources.get(source).forEach(line -> lines.put(line, its));
      }
      return new PerPhase(lines);
    }

    EvseState state() {
      return stateAt(now);
    }

    EvseState stateAt(Instant at) {
      return new EvseState(
          "test",
          evse.name(),
          OptionalLong.of(connection),
          at,
          online,
          session,
          acknowledged,
          settled,
          online ? measured : Optional.empty(),
          baseAccepted,
          proven,
          false);
    }
  }

  Charger charger(String evse) {
    Charger charger = chargers.get(evse);
    if (charger == null) {
      throw new IllegalArgumentException("no charger " + evse);
    }
    return charger;
  }

  void plugInAll() {
    chargers.values().forEach(Charger::plugIn);
  }

  void base(Phase phase, int amps) {
    base(tree.root().name(), phase, amps);
  }

  /** Base load that hangs on a circuit itself. */
  void base(String circuit, Phase phase, int amps) {
    bases.computeIfAbsent(circuit, _ -> new EnumMap<>(Phase.class)).put(phase, amps * 1000);
  }

  void silenceMeter() {
    meterSpeaks = false;
  }

  void meterSpeaks() {
    meterSpeaks = true;
  }

  SiteTree tree() {
    return tree;
  }

  SiteController controller() {
    return controller;
  }

  Instant now() {
    return now;
  }

  /** Another owner takes over, knowing what was last issued. */
  void takeOver() {
    epoch++;
    controller = new SiteController(tree, 1, epoch, last);
  }

  /** Time passes without an owner: chargers and meters go on. */
  void nobodyOwns(Duration time) {
    for (Instant end = now.plus(time); now.isBefore(end); ) {
      now = now.plus(TICK);
      ticks++;
      chargers.values().forEach(Charger::tick);
    }
  }

  /** Another owner takes over, knowing what the earlier one knew until now. */
  void handOver() {
    ControlState state = controller.state();
    takeOver();
    controller.resume(new Resumption(tree.site().control().pace(), now, now).of(state));
  }

  /** Lets time pass; {@code watch} looks after every tick. */
  void run(Duration time, Runnable watch) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      now = now.plus(TICK);
      ticks++;
      chargers.values().forEach(Charger::tick);
      if (meterSpeaks && ticks % 4 == 0) {
        read();
      }
      controller
          .decide(now)
          .ifPresent(
              allocation -> {
                last = Optional.of(allocation);
                chargers.values().forEach(charger -> charger.hear(allocation));
              });
      watch.run();
    }
  }

  void run(Duration time) {
    run(time, () -> {});
  }

  private void read() {
    for (Circuit circuit : tree.rootFirst()) {
      circuit.meter().ifPresent(meter -> controller.accept(reading(circuit, meter.name())));
    }
  }

  private MeterReading reading(Circuit circuit, String meter) {
    Map<Phase, Integer> currents = new EnumMap<>(Phase.class);
    circuit.phases().forEach(phase -> currents.put(phase, ct.applyAsInt(current(circuit, phase))));
    return new MeterReading(
        "test",
        meter,
        new PerPhase(currents),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        now,
        now);
  }

  /** What really flows, in milliamperes: base load and vehicles. */
  int current(Circuit circuit, Phase phase) {
    return flows().milliamps(circuit, phase);
  }

  TrueFlows flows() {
    return new TrueFlows(
        tree, bases, baseLagsDegrees, (evse, source) -> charger(evse.name()).on(source));
  }

  /** Every conductor that carries more than its continuous limit now. */
  List<String> overloads() {
    return overloads(Circuit::continuousMilliamps);
  }

  /** Every conductor that carries more now than its circuit's limit. */
  List<String> overloads(ToIntFunction<Circuit> limit) {
    List<String> overloads = new ArrayList<>();
    for (Circuit circuit : tree.rootFirst()) {
      for (Phase phase : circuit.phases()) {
        int current = current(circuit, phase);
        if (current > limit.applyAsInt(circuit)) {
          overloads.add("%s %s %d mA at %s".formatted(circuit.name(), phase, current, now));
        }
      }
    }
    return overloads;
  }

  int limit(String evse) {
    return last.flatMap(allocation -> allocation.limitOf(evse))
        .map(EvseLimit::limitMilliamps)
        .orElseThrow();
  }

  Reason reason(String evse) {
    return last.flatMap(allocation -> allocation.limitOf(evse))
        .map(EvseLimit::reason)
        .orElseThrow();
  }

  OptionalInt measured(String circuit, Phase phase) {
    return last.orElseThrow().circuits().stream()
        .filter(load -> load.circuit().equals(circuit) && load.phase() == phase)
        .findFirst()
        .orElseThrow()
        .measuredMilliamps();
  }
}
