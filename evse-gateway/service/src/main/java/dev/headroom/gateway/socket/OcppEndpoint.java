package dev.headroom.gateway.socket;

import dev.headroom.gateway.auth.StationUpgradeCheck;
import dev.headroom.gateway.config.GatewayConfig;
import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.session.StationSession;
import dev.headroom.gateway.fact.Fact;
import dev.headroom.gateway.fact.FactLog;
import dev.headroom.gateway.fact.StationRecords;
import dev.headroom.gateway.fact.TransactionIdPool;
import dev.headroom.gateway.linkcut.LinkCutTests;
import dev.headroom.gateway.metric.GatewayMetrics;
import dev.headroom.gateway.ocppj.OcppJson;
import dev.headroom.gateway.site.SiteBook;
import dev.headroom.gateway.trace.Origins;
import dev.headroom.gateway.trace.ProfileCalls;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Where charging stations connect: {@code ws://…/ocpp/{chargingStationId}}. */
@WebSocket(path = "/ocpp/{chargingStationId}")
public class OcppEndpoint {

  private static final Logger LOG = Logger.getLogger(OcppEndpoint.class);

  private final Connections connections;
  private final Effects effects;
  private final SiteBook book;
  private final StationRecords records;
  private final FactLog facts;
  private final TransactionIdPool transactionIds;
  private final SettingsSource settings;
  private final LinkCutTests tests;
  private final GatewayConfig config;
  private final GatewayMetrics metrics;
  private final Tracer tracer;
  private final Origins origins;
  private final Map<String, StationConnection> bySocket = new ConcurrentHashMap<>();

  OcppEndpoint(
      Connections connections,
      Effects effects,
      SiteBook book,
      StationRecords records,
      FactLog facts,
      TransactionIdPool transactionIds,
      SettingsSource settings,
      LinkCutTests tests,
      GatewayConfig config,
      GatewayMetrics metrics,
      Tracer tracer,
      Origins origins) {
    this.connections = connections;
    this.effects = effects;
    this.book = book;
    this.records = records;
    this.facts = facts;
    this.transactionIds = transactionIds;
    this.settings = settings;
    this.tests = tests;
    this.config = config;
    this.metrics = metrics;
    this.tracer = tracer;
    this.origins = origins;
  }

  @OnOpen
  @NonBlocking
  void open(WebSocketConnection socket) {
    String station = socket.userData().get(StationUpgradeCheck.STATION);
    String agreed = socket.userData().get(StationUpgradeCheck.VERSION);
    if (agreed == null) {
      boolean named = socket.handshakeRequest().header("Sec-WebSocket-Protocol") != null;
      metrics.refusedSubprotocol();
      socket
          .close(named ? CloseCode.WRONG_SUBPROTOCOL : CloseCode.NO_SUBPROTOCOL)
          .subscribe()
          .with(done -> {}, failure -> {});
      return;
    }
    OcppVersion version = OcppVersion.numbered(agreed).orElseThrow();
    Instant now = Instant.now();
    Dialect dialect = Dialect.of(version);
    StationSession session =
        new StationSession(station, dialect, settings.settings(), transactionIds);
    tests.observedUntil(station, now).ifPresent(session::observe);
    StationConnection connection =
        new StationConnection(
            station,
            socket,
            // Of its own: what is logged there says of which station it is.
            VertxContext.createNewDuplicatedContext(Vertx.currentContext()),
            session,
            new OcppJson(dialect),
            effects,
            new KeepAlive(
                config.pingInterval(), config.pongTimeout(), config.heartbeatInterval(), now),
            new ProfileCalls(station, tracer, origins),
            now);
    bySocket.put(socket.id(), connection);
    connections.open(connection);
    facts.add(new Fact.StationSeen(station, now));
    records
        .of(station)
        .thenAccept(
            known ->
                book.attach(
                    station,
                    known.identity(),
                    known.open(),
                    known.written(),
                    connection.listener(),
                    () -> connections.holds(connection),
                    Instant.now()));
  }

  @OnTextMessage
  @NonBlocking
  void text(String text, WebSocketConnection socket) {
    with(socket, connection -> connection.received(text));
  }

  @OnBinaryMessage
  @NonBlocking
  void binary(Buffer bytes, WebSocketConnection socket) {
    metrics.count(GatewayEvent.MALFORMED_FRAME);
    with(socket, connection -> connection.close(CloseCode.NO_TEXT));
  }

  @OnPongMessage
  @NonBlocking
  void pong(Buffer bytes, WebSocketConnection socket) {
    with(socket, StationConnection::pong);
  }

  /** Too long a message, a broken frame, a reset. Not all of them close the socket. */
  @OnError
  @NonBlocking
  void error(Throwable failure, WebSocketConnection socket) {
    LOG.debugf("socket of %s: %s", socket.userData().get(StationUpgradeCheck.STATION), failure);
    if (failure instanceof IOException || failure instanceof HttpClosedException) {
      with(socket, StationConnection::gone);
      return;
    }
    metrics.count(GatewayEvent.MALFORMED_FRAME);
    // Vert.x reports fragments that add up to too much as an illegal state and reads on.
    boolean tooLong = failure instanceof IllegalStateException;
    with(socket, it -> it.close(tooLong ? CloseCode.TOO_LONG : CloseCode.BROKEN_FRAME));
  }

  @OnClose
  @NonBlocking
  void close(WebSocketConnection socket) {
    Optional.ofNullable(bySocket.remove(socket.id())).ifPresent(StationConnection::gone);
  }

  private void with(WebSocketConnection socket, Consumer<StationConnection> what) {
    StationConnection connection = bySocket.get(socket.id());
    if (connection != null) {
      what.accept(connection);
    }
  }
}
