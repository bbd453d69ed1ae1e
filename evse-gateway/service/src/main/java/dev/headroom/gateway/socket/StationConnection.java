package dev.headroom.gateway.socket;

import dev.headroom.contract.log.LogScope;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.linkcut.Readiness;
import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.session.Effect;
import dev.headroom.gateway.core.session.EvseReport;
import dev.headroom.gateway.core.session.Input;
import dev.headroom.gateway.core.session.StationSession;
import dev.headroom.gateway.core.session.StationSite;
import dev.headroom.gateway.ocppj.Inbound;
import dev.headroom.gateway.ocppj.OcppJson;
import dev.headroom.gateway.state.StateSource;
import dev.headroom.gateway.trace.ProfileCalls;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * One socket and its session. Everything happens on the event loop of the socket, one thing after
 * the other: texts come there by themselves, all else is brought there by {@link #give}.
 */
final class StationConnection implements StateSource {

  private static final Logger LOG = Logger.getLogger(StationConnection.class);

  /** Texts that may wait until the session has been told where it is. */
  private static final int MOST_WAITING = 32;

  /** Frames that may be on their way out; beyond it the charger does not read. */
  private static final int MOST_UNSENT = 100;

  private static final int MOST_NOISE = 10;

  private final String stationId;
  private final WebSocketConnection socket;
  private final Context eventLoop;
  private final StationSession session;
  private final OcppJson json;
  private final Effects effects;
  private final KeepAlive keepAlive;
  private final InboundRate rate;
  private final ProfileCalls calls;
  private final DeliveryClock deliveries = new DeliveryClock();
  private final Deque<String> waiting = new ArrayDeque<>();
  private final Consumer<Input> listener = this::give;

  private Optional<StationSite> site = Optional.empty();
  private volatile Optional<StationIdentity> identity = Optional.empty();
  private Instant latest;
  private boolean opened;
  private boolean closed;
  private int unsent;
  private int noise;

  StationConnection(
      String stationId,
      WebSocketConnection socket,
      Context eventLoop,
      StationSession session,
      OcppJson json,
      Effects effects,
      KeepAlive keepAlive,
      ProfileCalls calls,
      Instant now) {
    this.stationId = stationId;
    this.socket = socket;
    this.eventLoop = eventLoop;
    this.session = session;
    this.json = json;
    this.effects = effects;
    this.keepAlive = keepAlive;
    this.calls = calls;
    this.rate = new InboundRate(now);
    this.latest = now;
  }

  String stationId() {
    return stationId;
  }

  OcppVersion version() {
    return json.version();
  }

  Optional<StationSite> site() {
    return site;
  }

  /** What it said it is; asked from any thread. */
  Optional<StationIdentity> identity() {
    return identity;
  }

  ProfileCalls calls() {
    return calls;
  }

  DeliveryClock deliveries() {
    return deliveries;
  }

  /** How the book of sites calls this connection; always the same object. */
  Consumer<Input> listener() {
    return listener;
  }

  /** Brings an input to the session, from any thread. */
  void give(Input input) {
    eventLoop.runOnContext(ignored -> take(input));
  }

  @Override
  public void opened(String evse, long epoch) {
    give(new Input.ConnectionOpened(evse, epoch));
  }

  /** Brings a pass of time to the session, from any thread. */
  void tick() {
    eventLoop.runOnContext(
        ignored -> {
          if (!closed) {
            keepAlive();
            if (opened) {
              take(new Input.Tick());
            }
          }
        });
  }

  /** How its EVSEs stand; asked from any thread, told when its event loop comes to it. */
  CompletionStage<List<EvseReport>> report() {
    CompletableFuture<List<EvseReport>> told = new CompletableFuture<>();
    eventLoop.runOnContext(ignored -> told.complete(session.report(now())));
    return told;
  }

  /** Whether its link can be cut to see how it falls back; asked from any thread. */
  CompletionStage<Readiness> readiness() {
    CompletableFuture<Readiness> told = new CompletableFuture<>();
    eventLoop.runOnContext(ignored -> told.complete(session.readiness()));
    return told;
  }

  /** A text came. */
  void received(String text) {
    Instant now = now();
    keepAlive.heard(now);
    if (closed) {
      return;
    }
    if (!rate.admits(now)) {
      close(CloseCode.TOO_FAST);
    } else if (opened) {
      understand(text);
    } else if (waiting.size() < MOST_WAITING) {
      waiting.add(text);
    } else {
      close(CloseCode.TOO_FAST);
    }
  }

  /** A pong came. */
  void pong() {
    keepAlive.heard(now());
  }

  /** Closes the socket, from any thread. */
  void dismiss(CloseReason reason) {
    eventLoop.runOnContext(ignored -> close(reason));
  }

  /** The socket is gone; called for every way it can go, and only the first time counts. */
  void gone() {
    if (closed) {
      return;
    }
    take(new Input.Closed());
    closed = true;
    waiting.clear();
    effects.gone(this);
  }

  /** Closes the socket and does not wait for the other side to agree. */
  void close(CloseReason reason) {
    if (closed) {
      return;
    }
    socket.close(reason).subscribe().with(done -> {}, failure -> LOG.debug("close", failure));
    gone();
  }

  /** Sends a frame. */
  void send(Frame frame) {
    send(json.write(frame));
  }

  /** Sends a text. If that cannot be, the socket closes after what is being done now. */
  private void send(String text) {
    if (closed) {
      return;
    }
    unsent++;
    if (unsent > MOST_UNSENT) {
      dismiss(CloseCode.TOO_FAST);
      return;
    }
    socket
        .sendText(text)
        .subscribe()
        .with(sent -> unsent--, failure -> eventLoop.runOnContext(ignored -> gone()));
  }

  private void keepAlive() {
    switch (keepAlive.due(session.traits().ping().orElse(true), now())) {
      case NOTHING -> {}
      case PING -> socket.sendPing(Buffer.buffer()).subscribe().with(sent -> {}, failure -> gone());
      case DEATH -> {
        effects.dead(this);
        close(CloseCode.SILENT);
      }
    }
  }

  private void understand(String text) {
    switch (json.read(text, session::awaited)) {
      case Inbound.Understood understood -> {
        effects.unknownFields(understood.unknownFields());
        take(new Input.Received(understood.frame()));
      }
      case Inbound.Refused refused ->
          take(
              new Input.Malformed(
                  Optional.of(refused.messageId()), refused.code(), refused.description()));
      case Inbound.BadAnswer bad ->
          take(new Input.MalformedAnswer(bad.messageId(), bad.description()));
      case Inbound.Unasked unasked -> take(new Input.Unmatched(unasked.messageId()));
      case Inbound.Noise unreadable -> {
        take(
            new Input.Malformed(
                Optional.empty(), ErrorCode.RPC_FRAMEWORK_ERROR, unreadable.description()));
        noise++;
        if (noise >= MOST_NOISE) {
          close(CloseCode.TOO_MUCH_NOISE);
        }
      }
    }
  }

  private void take(Input input) {
    if (closed) {
      return;
    }
    switch (input) {
      case Input.Opened opening -> site = opening.site();
      case Input.SiteChanged changed -> site = changed.site();
      case Input.Allocated allocated -> calls.allocated(allocated.allocation());
      case Input.Received received -> calls.received(received.frame());
      case Input.Closed closing -> calls.gone();
      default -> {}
    }
    if (!opened && !(input instanceof Input.Opened)) {
      return; // the book tells everything again once it has opened the session
    }
    opened = true;
    try {
      List<Effect> wanted = session.on(input, now());
      identity = session.identity();
      apply(wanted);
    } catch (RuntimeException fault) {
      try (var _ = about()) {
        LOG.errorf(fault, "the session of %s failed on %s", stationId, input);
      }
      if (!(input instanceof Input.Closed)) {
        close(CloseCode.BROKEN);
      }
    }
    tellOfSocket(input);
    if (input instanceof Input.Opened) {
      while (!waiting.isEmpty()) {
        understand(waiting.removeFirst());
      }
    }
  }

  /** Most passes of time want nothing done, and there are many of them. */
  private void apply(List<Effect> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    try (var _ = about()) {
      wanted.forEach(effect -> effects.apply(this, effect));
    }
  }

  private void tellOfSocket(Input input) {
    if (!(input instanceof Input.Opened || input instanceof Input.Closed)) {
      return;
    }
    try (var _ = about()) {
      LOG.infof(
          "station %s is %s", stationId, input instanceof Input.Opened ? "connected" : "gone");
    }
  }

  /** What is logged meanwhile says of which station, and of which site it is. */
  private LogScope about() {
    LogScope about = LogScope.of("station", stationId);
    site.ifPresent(known -> about.and("site", known.site()));
    calls.newest().ifPresent(newest -> about.and("epoch", newest.revision().epoch()));
    return about;
  }

  /** Our clock, never going back. */
  private Instant now() {
    Instant now = Instant.now();
    if (now.isAfter(latest)) {
      latest = now;
    }
    return latest;
  }
}
