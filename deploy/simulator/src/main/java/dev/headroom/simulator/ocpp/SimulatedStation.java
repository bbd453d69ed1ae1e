package dev.headroom.simulator.ocpp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Telling;
import dev.headroom.simulator.ocpp.session.BootCause;
import dev.headroom.simulator.ocpp.session.Central;
import dev.headroom.simulator.ocpp.session.ConnectorSession;
import dev.headroom.simulator.ocpp.session.Dialect;
import dev.headroom.simulator.ocpp.session.StationControl;
import dev.headroom.simulator.ocpp.session.StationModel;
import dev.headroom.simulator.ocpp.session.StopReason;
import dev.headroom.simulator.ocpp.v16.Ocpp16;
import dev.headroom.simulator.ocpp.v201.Ocpp201;
import dev.headroom.simulator.ocpp.wire.CallQueue;
import dev.headroom.simulator.ocpp.wire.Frame;
import dev.headroom.simulator.ocpp.wire.Json;
import dev.headroom.simulator.ocpp.wire.Link;
import dev.headroom.simulator.ocpp.wire.StationLogin;
import dev.headroom.simulator.world.WorldThread;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A charging station on the wire. Boots once after each restart, not after each lost link; reports,
 * answers, and goes on obeying its profiles while the link is down. On the world's thread.
 */
public final class SimulatedStation {

  private static final System.Logger LOG = System.getLogger(SimulatedStation.class.getName());
  private static final Duration REBOOT_PAUSE = Duration.ofMillis(200);
  private static final Duration UNTIL_NEXT_BOOT = Duration.ofSeconds(60);

  private final ChargingStation station;
  private final OcppVersion version;
  private final WorldThread world;
  private final Consumer<String> firstLimit;
  private final Link link;
  private final CallQueue calls;
  private final Dialect dialect;
  private final SortedMap<Integer, ConnectorSession> sessions = new TreeMap<>();
  private Optional<WorldThread.Planned> heartbeat = Optional.empty();
  private BootCause bootCause = BootCause.POWER_UP;
  private boolean bootAccepted;
  private boolean everRegistered;
  private boolean registered;
  private boolean resetWanted;
  private boolean toldFirstLimit;

  /**
   * A station that is not connected yet.
   *
   * @param version the only one it speaks
   * @param address with the station's id as its last segment
   * @param firstLimit told once, when the station has accepted its first live limit
   */
  public SimulatedStation(
      ChargingStation station,
      OcppVersion version,
      HttpClient http,
      URI address,
      StationLogin login,
      WorldThread world,
      RandomGenerator random,
      Consumer<String> firstLimit) {
    this.station = station;
    this.version = version;
    this.world = world;
    this.firstLimit = firstLimit;
    this.link = new Link(http, address, version.subprotocol(), login, world, random, new Wire());
    this.calls = new CallQueue(world, link::send, link::bounce);
    Central central = new ToCentral();
    this.dialect = dialect(central, new Control());
    station
        .connectors()
        .forEach(
            connector -> {
              int number = connector.evse().address().evseId();
              sessions.put(number, new ConnectorSession(number, station, dialect, central));
            });
  }

  private Dialect dialect(Central central, StationControl control) {
    StationModel model = StationModel.of(station);
    return switch (version) {
      case V1_6 -> new Ocpp16(station, model, central, control);
      case V2_0_1 -> new Ocpp201(station, model, central, control);
    };
  }

  /** Connects, and stays so. */
  public void connect() {
    link.restore();
  }

  /** The link is cut without a word until {@link #connect}. */
  public void disconnect() {
    link.cut();
  }

  public boolean connected() {
    return registered;
  }

  public OcppVersion version() {
    return version;
  }

  /** Time has passed: says what there is to say. */
  public void tick(Instant now) {
    sessions.values().forEach(session -> session.tick(now));
    if (resetWanted && sessions.values().stream().noneMatch(ConnectorSession::running)) {
      resetWanted = false;
      restart(StopReason.SOFT_RESET, BootCause.RESET);
    }
  }

  public void unplug(int connector) {
    ConnectorSession session = sessions.get(connector);
    if (session == null) {
      throw new IllegalArgumentException(station.id() + " has no connector " + connector);
    }
    session.unplug();
  }

  /** Whether it takes limits from now on and ignores them. */
  public void disobey(boolean whether) {
    station.disobey(whether);
  }

  /** From now on it tells this much of how it follows. */
  public void tell(Telling what) {
    station.tell(what);
  }

  /** Power is lost and comes back. */
  public void powerCycle() {
    restart(StopReason.POWER_LOSS, BootCause.POWER_UP);
  }

  private void restart(StopReason reason, BootCause cause) {
    sessions.values().forEach(session -> session.stop(reason));
    station.reboot();
    sessions.values().forEach(ConnectorSession::rebooted);
    bootCause = cause;
    bootAccepted = false;
    link.bounce("reboot");
  }

  private void boot(BootCause cause) {
    if (link.open()) {
      calls.callFirst("BootNotification", dialect.boot(cause), this::bootAnswered);
    }
  }

  private void bootAnswered(JsonNode answer) {
    long seconds = answer.path("interval").asLong();
    Duration interval = seconds > 0 ? Duration.ofSeconds(seconds) : UNTIL_NEXT_BOOT;
    if (!"Accepted".equals(answer.path("status").asText())) {
      world.after(interval, () -> boot(bootCause));
      return;
    }
    dialect.intervals().heartbeatEvery(interval);
    bootAccepted = true;
    everRegistered = true;
    goOn();
    dialect.reportStation(world.now());
    sessions.values().forEach(session -> session.reportStatus(world.now()));
  }

  /** The central system knows the station: what waits is sent, what has changed is reported. */
  private void goOn() {
    registered = true;
    calls.registered();
    beatLater();
  }

  private void beatLater() {
    heartbeat.ifPresent(WorldThread.Planned::cancel);
    heartbeat = Optional.of(world.after(dialect.intervals().heartbeat(), this::beat));
  }

  private void beat() {
    calls.call("Heartbeat", Json.object(), answer -> {});
    beatLater();
  }

  private final class Wire implements Link.Listener {
    @Override
    public void opened() {
      if (bootAccepted) {
        goOn();
      } else {
        boot(bootCause);
      }
    }

    @Override
    public void received(String text) {
      try {
        switch (Json.read(text)) {
          case Frame.Call call -> {
            station.advance(world.now());
            link.send(Json.write(dialect.answer(call)));
          }
          case Frame.Result result -> calls.answered(result.id(), result.payload());
          case Frame.Fault fault -> calls.refused(fault.id(), fault.code(), fault.description());
        }
      } catch (IllegalArgumentException e) {
        LOG.log(Level.WARNING, "{0} was sent nonsense: {1}", station.id(), e.getMessage());
      }
    }

    @Override
    public void closed(String why) {
      LOG.log(Level.INFO, "{0} lost its link: {1}", station.id(), why);
      registered = false;
      heartbeat.ifPresent(WorldThread.Planned::cancel);
      calls.linkLost();
      sessions.values().forEach(ConnectorSession::linkLost);
    }
  }

  private final class ToCentral implements Central {
    @Override
    public boolean registered() {
      return registered;
    }

    @Override
    public boolean everRegistered() {
      return everRegistered;
    }

    @Override
    public void call(String action, JsonNode payload, Consumer<JsonNode> answered) {
      calls.call(action, payload, answered);
    }

    @Override
    public void keep(
        String action,
        Supplier<Optional<? extends JsonNode>> payload,
        Consumer<JsonNode> answered) {
      calls.keep(action, payload, answered);
    }

    @Override
    public void keepIfRoom(String action, JsonNode payload) {
      calls.keepIfRoom(action, payload);
    }
  }

  private final class Control implements StationControl {
    @Override
    public void liveLimitAccepted(int evse) {
      if (!toldFirstLimit) {
        toldFirstLimit = true;
        int milliamps = station.limitMilliamps(evse, station.now());
        firstLimit.accept(
            "%s/%d acknowledged its first limit: %s A"
                .formatted(station.id(), evse, BigDecimal.valueOf(milliamps / 100, 1)));
      }
    }

    @Override
    public Collection<ConnectorSession> sessions(int evse) {
      @Nullable ConnectorSession one = sessions.get(evse);
      if (evse == 0) {
        return sessions.values();
      }
      return one == null ? List.of() : List.of(one);
    }

    @Override
    public Optional<ConnectorSession> running(String transactionId) {
      return sessions.values().stream().filter(each -> each.runs(transactionId)).findFirst();
    }

    @Override
    public void boot() {
      SimulatedStation.this.boot(BootCause.TRIGGERED);
    }

    @Override
    public void heartbeat() {
      beat();
    }

    @Override
    public void reset(StopReason reason) {
      world.after(REBOOT_PAUSE, () -> restart(reason, BootCause.RESET));
    }

    @Override
    public void resetWhenIdle() {
      resetWanted = true;
    }

    @Override
    public void afterAnswer(Runnable work) {
      world.execute(work);
    }
  }
}
