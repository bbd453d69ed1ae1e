package dev.headroom.simulator.ocpp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.profile.StackBounds;
import dev.headroom.simulator.world.WorldThread;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A charging station on the wire: vendor {@code Headroom}, model {@code Simulated AC}. Boots,
 * reports, answers; goes on obeying its profiles while the link is down. On the world's thread.
 */
public final class SimulatedStation {

  public static final String VENDOR = "Headroom";
  public static final String MODEL = "Simulated AC";

  private static final System.Logger LOG = System.getLogger(SimulatedStation.class.getName());
  private static final Duration REBOOT_PAUSE = Duration.ofMillis(200);

  private final ChargingStation station;
  private final WorldThread world;
  private final Consumer<String> firstLimit;
  private final Link link;
  private final CallQueue calls;
  private final Requests requests;
  private final Configuration configuration;
  private final SortedMap<Integer, ConnectorSession> sessions = new TreeMap<>();
  private Optional<WorldThread.Planned> heartbeat = Optional.empty();
  private boolean registered;
  private boolean everRegistered;
  private boolean toldFirstLimit;

  /**
   * A station that is not connected yet.
   *
   * @param address with the station's id as its last segment
   * @param firstLimit told once, when the station has accepted its first live limit
   */
  public SimulatedStation(
      ChargingStation station,
      HttpClient http,
      URI address,
      StationLogin login,
      WorldThread world,
      RandomGenerator random,
      Consumer<String> firstLimit) {
    this.station = station;
    this.world = world;
    this.firstLimit = firstLimit;
    this.configuration = new Configuration(station.connectors().size(), StackBounds.ROOMY);
    this.link = new Link(http, address, login, world, random, new Wire());
    this.calls = new CallQueue(world, link::send, link::bounce);
    this.requests = new Requests(station, configuration, new Effects());
    Central central = new ToCentral();
    station
        .connectors()
        .forEach(
            connector -> {
              int number = connector.evse().address().evseId();
              sessions.put(number, new ConnectorSession(number, station, configuration, central));
            });
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

  /** Time has passed: says what there is to say. */
  public void tick(Instant now) {
    sessions.values().forEach(session -> session.tick(now));
  }

  public void unplug(int connector) {
    session(connector).unplug();
  }

  /** Power is lost and comes back. */
  public void reboot(String reason) {
    sessions.values().forEach(session -> session.stop(reason));
    station.reboot();
    sessions.values().forEach(ConnectorSession::rebooted);
    link.bounce("reboot");
  }

  private ConnectorSession session(int connector) {
    ConnectorSession session = sessions.get(connector);
    if (session == null) {
      throw new IllegalArgumentException(station.id() + " has no connector " + connector);
    }
    return session;
  }

  private void boot() {
    ObjectNode request =
        Json.object()
            .put("chargePointVendor", VENDOR)
            .put("chargePointModel", MODEL)
            .put("firmwareVersion", "1.0.0");
    calls.callFirst("BootNotification", request, this::booted);
  }

  private void booted(JsonNode answer) {
    Duration interval = Duration.ofSeconds(Math.max(1, answer.path("interval").asInt(60)));
    if (!"Accepted".equals(answer.path("status").asText())) {
      world.after(interval, () -> ifOpen(this::boot));
      return;
    }
    configuration.change("HeartbeatInterval", Long.toString(interval.toSeconds()));
    registered = true;
    everRegistered = true;
    reportStation(world.now());
    sessions.values().forEach(session -> session.reportStatus(world.now()));
    calls.registered();
    beatLater();
  }

  private void ifOpen(Runnable work) {
    if (link.open()) {
      work.run();
    }
  }

  private void reportStation(Instant now) {
    calls.call(
        "StatusNotification",
        Json.object()
            .put("connectorId", 0)
            .put("errorCode", "NoError")
            .put("status", "Available")
            .put("timestamp", now.toString()),
        answer -> {});
  }

  private void beatLater() {
    heartbeat.ifPresent(WorldThread.Planned::cancel);
    heartbeat = Optional.of(world.after(configuration.heartbeatInterval(), this::beat));
  }

  private void beat() {
    calls.call("Heartbeat", Json.object(), answer -> {});
    beatLater();
  }

  private final class Wire implements Link.Listener {
    @Override
    public void opened() {
      boot();
    }

    @Override
    public void received(String text) {
      try {
        switch (Json.read(text)) {
          case Frame.Call call -> {
            station.advance(world.now());
            link.send(Json.write(requests.answer(call)));
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
  }

  private final class Effects implements Requests.Consequences {
    @Override
    public void liveLimitAccepted(int connector) {
      if (!toldFirstLimit) {
        toldFirstLimit = true;
        int milliamps = station.limitMilliamps(connector, station.now());
        firstLimit.accept(
            "%s/%d acknowledged its first limit: %s A"
                .formatted(station.id(), connector, BigDecimal.valueOf(milliamps / 100, 1)));
      }
    }

    @Override
    public boolean trigger(String message, JsonNode request) {
      int connector = ProfileReader.integerIfAny(request, "connectorId").orElse(0);
      if (connector != 0) {
        session(connector);
      }
      var concerned = connector == 0 ? sessions.values() : List.of(session(connector));
      switch (message) {
        case "BootNotification" -> world.execute(() -> ifOpen(SimulatedStation.this::boot));
        case "Heartbeat" -> world.execute(SimulatedStation.this::beat);
        case "StatusNotification" ->
            world.execute(() -> concerned.forEach(session -> session.reportStatus(world.now())));
        case "MeterValues" ->
            world.execute(
                () -> concerned.forEach(session -> session.sample(world.now(), "Trigger")));
        default -> {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean remoteStop(int transactionId) {
      Optional<ConnectorSession> running =
          sessions.values().stream().filter(each -> each.runs(transactionId)).findFirst();
      running.ifPresent(session -> world.execute(() -> session.stop("Remote")));
      return running.isPresent();
    }

    @Override
    public void reset(String type) {
      String reason = type.equals("Hard") ? "HardReset" : "SoftReset";
      world.after(REBOOT_PAUSE, () -> reboot(reason));
    }
  }
}
