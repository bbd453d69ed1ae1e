package dev.headroom.world.run;

import dev.headroom.actors.load.SeededShape;
import dev.headroom.actors.profile.ProfileRules;
import dev.headroom.actors.site.CtMeter;
import dev.headroom.actors.site.PhysicalSite;
import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.actors.vehicle.VehicleSpec;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.SiteTree;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.session.Effect;
import dev.headroom.gateway.core.session.SessionSettings;
import dev.headroom.world.broker.Topic;
import dev.headroom.world.fault.Bug;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.FaultKind;
import dev.headroom.world.fault.Faults;
import dev.headroom.world.oracle.Oracle;
import dev.headroom.world.oracle.Violation;
import dev.headroom.world.service.Gateway;
import dev.headroom.world.service.LimitsEntry;
import dev.headroom.world.service.Owner;
import dev.headroom.world.station.StationProcess;
import dev.headroom.world.time.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;

/** One site with all that controls it, from a seed. */
public final class World {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration TTL = Duration.ofSeconds(60);

  private final Agenda agenda = new Agenda(START);
  private final SplittableRandom random;
  private final Bug bug;
  private final Duration length;
  private final Site site = Garage.site();
  private final SiteTree tree = new SiteTree(site);
  private final Faults faults;
  private final PhysicalSite physical;
  private final CtMeter meter;
  private final Topic<LimitsEntry> limits;
  private final Topic<EvseState> states;
  private final Gateway gateway;
  private final Oracle oracle;
  private final Map<String, StationProcess> stations = new LinkedHashMap<>();
  private final Map<String, EvseState> board = new LinkedHashMap<>();
  private Optional<Allocation> last = Optional.empty();
  private Optional<Owner> owner = Optional.empty();
  private Optional<Owner> paused = Optional.empty();
  private Optional<PerPhase> frozen = Optional.empty();

  public World(long seed, Duration length, Bug bug) {
    this.random = new SplittableRandom(seed);
    this.bug = bug;
    this.length = length;
    faults = Faults.seeded(random.split(), START, length);
    physical =
        new PhysicalSite(
            site,
            (circuit, _) -> new SeededShape(seed, PerPhase.same(circuit.phases(), 38_000), START),
            _ -> ProfileRules.OCPP_1_6,
            START);
    var service = physical.serviceEntrance();
    meter = new CtMeter(physical, service, service.meter().orElseThrow(), seed);
    limits = new Topic<>(agenda, random.split());
    states = new Topic<>(agenda, random.split());
    SessionSettings settings =
        SessionSettings.defaults(Set.of("Headroom/World"))
            .with(TTL, Duration.ofSeconds(5), Duration.ofSeconds(5));
    gateway = new Gateway(agenda, site, settings, states);
    oracle = new Oracle(physical, faults, TTL.multipliedBy(2).plus(settings.clockMargin()));
    physical
        .stations()
        .forEach(each -> stations.put(each.id(), new StationProcess(each, bug != Bug.NO_TAIL)));
    wire();
  }

  private void wire() {
    limits.subscribe((_, entry) -> hear(entry));
    states.subscribe(this::hear);
    agenda.every(Duration.ofMillis(250), this::look);
    agenda.every(Duration.ofSeconds(1), this::measure);
    agenda.every(Duration.ofSeconds(5), this::eachSample);
    for (Fault fault : faults.all()) {
      agenda.at(fault.start(), () -> begin(fault.kind()));
      agenda.at(fault.end(), () -> end(fault.kind()));
    }
    claim();
    stations.forEach((id, station) -> connect(id, station, true));
    int delay = 60;
    for (StationProcess station : stations.values()) {
      VehicleSpec spec =
          new VehicleSpec(6000, 32_000, 1, 500_000, Duration.ofSeconds(random.nextInt(1, 6)), true);
      agenda.after(
          Duration.ofSeconds(delay += random.nextInt(1, 30)),
          () -> station.plug(new Vehicle(spec), agenda.now()));
    }
  }

  private boolean isOn(FaultKind kind) {
    return faults.isOn(kind, agenda.now());
  }

  private void hear(LimitsEntry entry) {
    if (entry instanceof LimitsEntry.Issued(long by, Allocation allocation)) {
      oracle.issued(allocation.revision(), by);
      if (last.isEmpty() || allocation.revision().isAfter(last.get().revision())) {
        last = Optional.of(allocation);
      }
    }
    if (!isOn(FaultKind.GATEWAY_DEAD)) {
      gateway.hear(entry);
    }
  }

  private void hear(long offset, EvseState said) {
    EvseState state =
        said.connectionEpoch().isPresent()
            ? said
            : new Effect.PublishState(said, true).inConnection(offset);
    EvseState known = board.get(state.evse());
    if (known == null || state.connectionEpoch().orElse(0) >= known.connectionEpoch().orElse(0)) {
      board.put(state.evse(), state);
      oracle.published(state);
      owner.ifPresent(it -> it.hear(state));
      paused.ifPresent(it -> it.hear(state));
    }
    gateway.hear(state);
  }

  private void claim() {
    boolean forges = bug == Bug.EPOCH_IGNORED;
    Owner next = new Owner(agenda, tree, limits, last, board.values(), forges);
    paused.ifPresent(it -> it.claimedBy(next.epoch()));
    owner = Optional.of(next);
  }

  private void look() {
    physical.advance(agenda.now());
    owner.ifPresent(Owner::tick);
    paused.ifPresent(Owner::tick);
    if (!isOn(FaultKind.GATEWAY_DEAD)) {
      gateway.tick();
    }
    oracle.look(agenda.now());
  }

  private void eachSample() {
    stations.values().forEach(station -> station.sample(agenda.now()));
  }

  private void measure() {
    PerPhase truth = meter.sample().currentMilliamps();
    if (isOn(FaultKind.METER_SILENT) && bug != Bug.STALE_IS_FRESH) {
      return;
    }
    boolean stuck = isOn(FaultKind.METER_FROZEN) || isOn(FaultKind.METER_SILENT);
    PerPhase shown = stuck ? frozen.orElse(truth) : truth;
    frozen = Optional.of(shown);
    int delay = isOn(FaultKind.METER_LATE) ? 8000 : 20;
    int jitter = isOn(FaultKind.METER_REORDERED) ? 2500 : 30;
    Instant at = agenda.now();
    agenda.after(
        Duration.ofMillis(delay + random.nextInt(jitter)), () -> deliver(halved(shown), at));
  }

  private PerPhase halved(PerPhase shown) {
    Map<Phase, Integer> values = new EnumMap<>(shown.values());
    values.replaceAll((_, value) -> bug == Bug.METER_HALVED ? value / 2 : value);
    return new PerPhase(values);
  }

  private void deliver(PerPhase shown, Instant measuredAt) {
    MeterReading reading =
        new MeterReading(
            site.name(),
            "service",
            shown,
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            measuredAt,
            agenda.now());
    owner.ifPresent(it -> it.hear(reading));
    paused.ifPresent(it -> it.hear(reading));
  }

  private void begin(FaultKind kind) {
    switch (kind) {
      case ALLOCATOR_DEAD -> {
        owner.ifPresent(Owner::close);
        owner = Optional.empty();
      }
      case ALLOCATOR_PAUSED -> {
        owner.ifPresent(Owner::pause);
        paused = owner;
        owner = Optional.empty();
        agenda.after(Duration.ofSeconds(12), this::claim);
      }
      case GATEWAY_DEAD -> {
        gateway.die();
        stations.values().forEach(StationProcess::disconnect);
      }
      case CHARGER_HALF_OPEN -> {
        first().disconnect();
        agenda.after(Duration.ofSeconds(10), () -> gateway.close("station-0"));
      }
      case CHARGER_REBOOTS -> {
        first().reboot(agenda.now());
        gateway.close("station-0");
      }
      case BASE_STEP -> step(Garage.STEP_MILLIAMPS);
      case METER_SILENT, METER_FROZEN, METER_LATE, METER_REORDERED -> {}
    }
  }

  private void end(FaultKind kind) {
    switch (kind) {
      case ALLOCATOR_DEAD -> {
        if (owner.isEmpty()) {
          claim();
        }
      }
      case ALLOCATOR_PAUSED -> {
        paused.ifPresent(Owner::wake);
        Optional<Owner> late = paused;
        agenda.after(
            Duration.ofSeconds(2),
            () -> {
              late.ifPresent(Owner::close);
              paused = Optional.empty();
            });
      }
      case GATEWAY_DEAD -> {
        gateway.revive();
        stations.forEach((id, station) -> connect(id, station, false));
      }
      case CHARGER_HALF_OPEN -> connect("station-0", first(), false);
      case CHARGER_REBOOTS -> {
        connect("station-0", first(), true);
        agenda.after(Duration.ofSeconds(5), () -> first().goOn(agenda.now()));
      }
      case BASE_STEP -> step(-Garage.STEP_MILLIAMPS);
      case METER_SILENT, METER_FROZEN, METER_LATE, METER_REORDERED -> {}
    }
  }

  private StationProcess first() {
    return stations.values().iterator().next();
  }

  private void step(int milliamps) {
    physical.step("service", PerPhase.same(Set.of(Phase.values()), milliamps));
  }

  private void connect(String id, StationProcess station, boolean boots) {
    if (isOn(FaultKind.GATEWAY_DEAD)) {
      return;
    }
    Link link = new Link(agenda);
    gateway.open(id, frame -> link.down(() -> heard(station, frame)));
    station.connect(frame -> link.up(() -> heardBack(id, station, frame)), boots);
  }

  private void heard(StationProcess station, Frame frame) {
    if (station.linked()) {
      station.hear(frame);
    }
  }

  private void heardBack(String id, StationProcess station, Frame frame) {
    if (station.linked()) {
      gateway.hear(id, frame);
    }
  }

  /** Runs to its end, or to the first violation. */
  public List<Violation> run() {
    for (Instant at = START; at.isBefore(START.plus(length)); at = at.plusSeconds(60)) {
      agenda.runUntil(at.plusSeconds(60));
      if (!oracle.found().isEmpty()) {
        break;
      }
    }
    return oracle.found();
  }

  /** The most that any charger is offered now: that something happens at all. */
  public int offeredMilliamps() {
    return physical.stations().stream().mapToInt(s -> s.connector(1).offeredMilliamps()).sum();
  }

  public Faults faults() {
    return faults;
  }
}
