package dev.headroom.gateway.socket;

import dev.headroom.gateway.core.dialect.Secret;
import dev.headroom.gateway.core.linkcut.Readiness;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.session.EvseReport;
import dev.headroom.gateway.core.session.Input;
import dev.headroom.gateway.metric.GatewayMetrics;
import dev.headroom.gateway.metric.ModelMetrics;
import dev.headroom.gateway.model.KnownModels;
import dev.headroom.gateway.site.SiteBook;
import dev.headroom.gateway.station.ConnectedStations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The sockets that are open, one for each station. */
@ApplicationScoped
class Connections implements ConnectedStations, Heartbeat {

  private static final long TICK_MILLIS = 500;
  private static final long MODELS_MILLIS = 5000;
  private static final Duration FAREWELL_STEP = Duration.ofMillis(5);

  private final SiteBook book;
  private final Vertx vertx;
  private final KnownModels models;
  private final GatewayMetrics metrics;
  private final ModelMetrics byModel;
  private final Map<String, StationConnection> byStation = new ConcurrentHashMap<>();
  private volatile Instant ticked = Instant.now();

  Connections(
      SiteBook book,
      Vertx vertx,
      KnownModels models,
      GatewayMetrics metrics,
      ModelMetrics byModel,
      MeterRegistry registry) {
    this.models = models;
    this.byModel = byModel;
    this.book = book;
    this.vertx = vertx;
    this.metrics = metrics;
    for (OcppVersion version : OcppVersion.values()) {
      Gauge.builder("headroom_ocpp_connections", this, those -> those.speaking(version))
          .tag("version", version.number())
          .description("Stations with a socket here")
          .register(registry);
    }
    byModel.show(this::ofModel);
  }

  void start(@Observes StartupEvent event) {
    vertx.setPeriodic(
        TICK_MILLIS,
        timer -> {
          ticked = Instant.now();
          byStation.values().forEach(StationConnection::tick);
        });
    vertx.setPeriodic(
        MODELS_MILLIS,
        timer ->
            vertx
                .executeBlocking(models::refresh)
                .onSuccess(
                    changed -> {
                      if (changed) {
                        modelsChanged();
                      }
                    }));
  }

  /**
   * Says goodbye to one after the other, so that not all of them come back at once. Readiness is
   * down already; after this the server closes, which would end sockets without a reason.
   */
  void stop(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
    Instant begun = Instant.now();
    for (Farewell<StationConnection> each :
        Farewell.plan(List.copyOf(byStation.values()), new SplittableRandom())) {
      while (Instant.now().isBefore(begun.plus(each.after()))) {
        Thread.sleep(FAREWELL_STEP);
      }
      each.to().dismiss(CloseCode.GOING_AWAY);
    }
    Instant deadline = Instant.now().plusSeconds(2);
    while (!byStation.isEmpty() && Instant.now().isBefore(deadline)) {
      Thread.sleep(FAREWELL_STEP);
    }
  }

  @Override
  public Instant latest() {
    return ticked;
  }

  /** The station's socket from now on; the one it had before is closed. */
  void open(StationConnection connection) {
    StationConnection before = byStation.put(connection.stationId(), connection);
    if (before != null) {
      metrics.displaced();
      before.dismiss(CloseCode.DISPLACED);
    }
  }

  /** Whether this is its station's socket. */
  boolean holds(StationConnection connection) {
    return byStation.get(connection.stationId()) == connection;
  }

  /** Forgets a socket, unless its station has another by now. */
  void gone(StationConnection connection) {
    byStation.remove(connection.stationId(), connection);
    book.detach(connection.stationId(), connection.listener());
  }

  @Override
  public Optional<OcppVersion> spoken(String stationId) {
    return Optional.ofNullable(byStation.get(stationId)).map(StationConnection::version);
  }

  private long speaking(OcppVersion version) {
    return byStation.values().stream()
        .filter(connection -> connection.version() == version)
        .count();
  }

  private long ofModel(String label) {
    return byStation.values().stream()
        .filter(connection -> byModel.labelOf(connection.identity()).equals(label))
        .count();
  }

  @Override
  public CompletionStage<List<EvseReport>> report(String stationId) {
    return Optional.ofNullable(byStation.get(stationId))
        .map(StationConnection::report)
        .orElse(CompletableFuture.completedStage(List.of()));
  }

  @Override
  public CompletionStage<Readiness> readiness(String stationId) {
    return Optional.ofNullable(byStation.get(stationId))
        .map(StationConnection::readiness)
        .orElse(
            CompletableFuture.completedStage(
                new Readiness.NotReady("the station is not connected here")));
  }

  @Override
  public boolean rekey(String stationId, Secret password) {
    Optional<StationConnection> connection = Optional.ofNullable(byStation.get(stationId));
    connection.ifPresent(it -> it.give(new Input.Rekey(password)));
    return connection.isPresent();
  }

  @Override
  public void cut(String stationId) {
    Optional.ofNullable(byStation.get(stationId))
        .ifPresent(connection -> connection.dismiss(CloseCode.LINK_CUT));
  }

  @Override
  public void modelsChanged() {
    byModel.show(this::ofModel);
    byStation.values().forEach(connection -> connection.give(new Input.ModelsChanged()));
  }

  @Override
  public void dismiss(String stationId) {
    Optional.ofNullable(byStation.get(stationId))
        .ifPresent(connection -> connection.dismiss(CloseCode.DISMISSED));
  }
}
