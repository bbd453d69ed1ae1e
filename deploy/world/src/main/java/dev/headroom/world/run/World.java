package dev.headroom.world.run;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.site.PhysicalSite;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.session.SessionSettings;
import dev.headroom.world.bug.Sabotage;
import dev.headroom.world.chance.Chances;
import dev.headroom.world.chronicle.Happening;
import dev.headroom.world.chronicle.Listener;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.Faults;
import dev.headroom.world.fault.Faulty;
import dev.headroom.world.oracle.Command;
import dev.headroom.world.oracle.Oracle;
import dev.headroom.world.oracle.Rule;
import dev.headroom.world.oracle.Sight;
import dev.headroom.world.process.Allocators;
import dev.headroom.world.process.Broker;
import dev.headroom.world.process.BuildingLoad;
import dev.headroom.world.process.Connections;
import dev.headroom.world.process.Definitions;
import dev.headroom.world.process.Epochs;
import dev.headroom.world.process.Gateway;
import dev.headroom.world.process.LimitsEntry;
import dev.headroom.world.process.Meters;
import dev.headroom.world.setting.Setting;
import dev.headroom.world.station.Station;
import dev.headroom.world.station.StationSpec;
import dev.headroom.world.time.Agenda;
import dev.headroom.world.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** One site with all that controls it, in virtual time on one thread. */
public final class World {

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration GATEWAY_TICK = Duration.ofSeconds(1);
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final Duration METER_VALUES = Duration.ofSeconds(5);

  private final Setting setting;
  private final Map<String, StationSpec> specs;
  private final Faults faults;
  private final Agenda agenda = new Agenda(Setting.START);
  private final PhysicalSite physical;
  private final Oracle oracle;
  private final Allocators allocators;
  private final Gateway gateway;
  private final Meters meters;
  private final Definitions definitions;
  private final BuildingLoad building;
  private final Map<String, Station> stations = new LinkedHashMap<>();
  private final Map<String, EvseState> reported = new LinkedHashMap<>();
  private final Listener listener;
  private final Optional<Onlooker> onlooker;
  private long raises;

  /** One that is judged by every rule. */
  public World(Setting setting, Faults faults, Sabotage sabotage) {
    this(setting, faults, sabotage, EnumSet.allOf(Rule.class), Listener.NONE);
  }

  /**
   * A world of plain stations.
   *
   * @param rules by which it is judged
   */
  public World(Setting setting, Faults faults, Sabotage sabotage, Set<Rule> rules) {
    this(setting, faults, sabotage, rules, Listener.NONE);
  }

  /**
   * A world that tells what happens.
   *
   * @param rules by which it is judged
   * @param listener is told as it happens
   */
  public World(
      Setting setting, Faults faults, Sabotage sabotage, Set<Rule> rules, Listener listener) {
    this(setting, specs(setting), faults, sabotage, rules, listener);
  }

  /**
   * A world with these stations.
   *
   * @param specs what kind each is, by its id
   */
  World(
      Setting setting,
      Map<String, StationSpec> specs,
      Faults faults,
      Sabotage sabotage,
      Set<Rule> rules,
      Listener listener) {
    this.setting = setting;
    this.specs = Map.copyOf(specs);
    this.faults = faults;
    this.listener = listener;
    Chances chances = setting.chances();
    physical =
        new PhysicalSite(setting.site(), setting.loads(), id -> spec(id).rules(), Setting.START);
    onlooker =
        listener == Listener.NONE
            ? Optional.empty()
            : Optional.of(new Onlooker(physical, listener));
    Broker broker = Broker.of(agenda, chances);
    Epochs epochs = new Epochs();
    oracle = new Oracle(new Sight(setting, physical, faults, epochs, agenda::now, reported), rules);
    broker.states().watch(entry -> report(Connections.inEpoch(entry)));
    broker.limits().watch(this::hear);
    definitions = new Definitions(agenda, broker, setting.site(), setting.other(), chances);
    allocators = new Allocators(agenda, broker, epochs, sabotage, chances);
    gateway =
        new Gateway(
            agenda, broker, sabotage.settings(settings()), id -> spec(id).version(), chances);
    meters = new Meters(agenda, broker, physical, setting.meterPeriod(), chances);
    building = new BuildingLoad(physical, setting.step());
    for (ChargingStation charger : physical.stations()) {
      stations.put(charger.id(), station(charger, sabotage, chances));
    }
    new Comings(agenda, setting, stations);
    begin();
  }

  private SessionSettings settings() {
    return SessionSettings.defaults(Set.of(StationSpec.PROVEN))
        .with(setting.profileTtl(), SETTLE, METER_VALUES);
  }

  private static Map<String, StationSpec> specs(Setting setting) {
    Map<String, StationSpec> specs = new HashMap<>();
    setting.versions().forEach((id, version) -> specs.put(id, StationSpec.plain(version)));
    return specs;
  }

  private StationSpec spec(String id) {
    return specs.getOrDefault(id, StationSpec.plain(OcppVersion.OCPP_1_6));
  }

  private Station station(ChargingStation charger, Sabotage sabotage, Chances chances) {
    return new Station(
        agenda,
        chances.of(charger.id()),
        charger,
        spec(charger.id()),
        sabotage,
        (id, connector, before, after, _) -> obey(new Command(id, connector, before, after)),
        gateway);
  }

  private void tell(Happening what) {
    listener.happened(agenda.now(), what);
  }

  private void obey(Command command) {
    raises += command.afterMilliamps() > command.beforeMilliamps() ? 1 : 0;
    Evse evse = physical.station(command.stationId()).connector(command.connector()).evse();
    tell(new Happening.Obeyed(evse.name(), command.beforeMilliamps(), command.afterMilliamps()));
    oracle.obeyed(command);
  }

  private void begin() {
    agenda.every(LOOK, this::look);
    agenda.every(GATEWAY_TICK, gateway::tick);
    for (Fault fault : faults.all()) {
      agenda.at(
          fault.start(),
          () -> {
            tell(new Happening.FaultBegan(fault));
            befallenBy(fault).begin(fault);
          });
      agenda.at(
          fault.end(),
          () -> {
            tell(new Happening.FaultEnded(fault));
            befallenBy(fault).end(fault);
          });
    }
  }

  private Faulty befallenBy(Fault fault) {
    return switch (fault.kind()) {
      case BROKER_PARTS_ALLOCATOR -> allocators;
      case BROKER_PARTS_GATEWAY -> gateway;
      default ->
          switch (fault.kind().part()) {
            case METER -> meters;
            case ALLOCATOR, BROKER -> allocators;
            case GATEWAY -> gateway;
            case CHARGER ->
                stations.getOrDefault(fault.target(), stations.values().iterator().next());
            case SITE -> definitions;
            case LOAD -> building;
          };
    };
  }

  private void look() {
    physical.advance(agenda.now());
    onlooker.ifPresent(it -> it.look(agenda.now()));
    oracle.look();
    allocators.tick();
  }

  private void hear(Topic.Entry<LimitsEntry> entry) {
    switch (entry.value()) {
      case LimitsEntry.Lease lease -> {
        if (lease.epoch().isEmpty()) {
          tell(new Happening.OwnerClaimed(entry.offset()));
        }
        oracle.renewed();
      }
      case LimitsEntry.Issued issued -> {
        tell(new Happening.Issued(issued.allocation()));
        oracle.issued(issued.allocation());
      }
    }
  }

  private void report(EvseState state) {
    EvseState known = reported.get(state.evse());
    long epoch = state.connectionEpoch().orElse(0);
    if (known == null || epoch >= known.connectionEpoch().orElse(0)) {
      reported.put(state.evse(), state);
      oracle.reported(state);
    }
  }

  /** Runs to its end, or to the first violation. */
  public Verdict run() {
    return run(() -> false);
  }

  /**
   * Runs to its end, to the first violation, or until it is stopped.
   *
   * @param stopped asked at each look
   */
  public Verdict run(BooleanSupplier stopped) {
    Instant end = Setting.START.plus(setting.length());
    while (agenda.now().isBefore(end) && oracle.silent() && !stopped.getAsBoolean()) {
      agenda.runUntil(agenda.now().plus(LOOK));
    }
    oracle.found().forEach(violation -> tell(new Happening.RuleBroken(violation)));
    return new Verdict(
        setting.seed(),
        Duration.between(Setting.START, agenda.now()),
        faults,
        oracle.found(),
        delivered(),
        peak(),
        longestAbove(),
        raises);
  }

  private long delivered() {
    return physical.stations().stream()
        .flatMap(station -> station.connectors().stream())
        .mapToLong(Connector::energyWattHours)
        .sum();
  }

  private double peak() {
    double most = 0;
    for (Circuit circuit : setting.site().circuits()) {
      for (Phase phase : circuit.phases()) {
        most = Math.max(most, physical.heat(circuit.name(), phase).peak());
      }
    }
    return most;
  }

  private Duration longestAbove() {
    Duration longest = Duration.ZERO;
    for (Circuit circuit : setting.site().circuits()) {
      for (Phase phase : circuit.phases()) {
        Duration above = physical.heat(circuit.name(), phase).longestAbove();
        longest = above.compareTo(longest) > 0 ? above : longest;
      }
    }
    return longest;
  }
}
