package dev.headroom.allocator.api;

import static java.util.Objects.requireNonNullElse;

import dev.headroom.allocator.limits.LimitsStreams;
import dev.headroom.web.access.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The stream of limits for who would rather have a WebSocket. */
@WebSocket(path = LimitsSocket.PATH)
public class LimitsSocket {

  static final String PATH = "/api/v1/limits/ws";

  private static final Logger LOG = Logger.getLogger(LimitsSocket.class);
  private static final CloseReason NOT_NOW =
      new CloseReason(1013, "this allocator starts or stops; try again");

  private final Boards boards;
  private final EventEncoder encoder;
  private final Map<String, SocketPump> pumps = new ConcurrentHashMap<>();

  public LimitsSocket(Boards boards, EventEncoder encoder, MeterRegistry metrics) {
    this.boards = boards;
    this.encoder = encoder;
    metrics.gauge("headroom.stream.readers", boards, it -> it.limitsStreams().readers());
    metrics.gauge("headroom.stream.backlog.events", boards, it -> it.limitsStreams().backlog());
  }

  @OnOpen
  @NonBlocking
  void open(WebSocketConnection socket) {
    LimitsStreams streams = boards.limitsStreams();
    if (!boards.ready() || streams.closed()) {
      SocketPump.close(socket, NOT_NOW);
      return;
    }
    String query = requireNonNullElse(socket.handshakeRequest().query(), "");
    var asked = new QueryStringDecoder(query, false).parameters();
    var lastId = asked.getOrDefault("lastEventId", List.of()).stream().findFirst();
    Caller caller = socket.userData().get(SocketAccess.CALLER);
    Set<String> named = Set.copyOf(asked.getOrDefault("site", List.of()));
    Set<String> sites = VisibleSites.of(caller, named, boards);
    SocketPump pump = new SocketPump(socket, streams, encoder);
    pumps.put(socket.id(), pump);
    pump.open(sites, lastId);
    VisibleSites.endWith(caller, pump);
  }

  @OnClose
  @NonBlocking
  void close(WebSocketConnection socket) {
    Optional.ofNullable(pumps.remove(socket.id())).ifPresent(SocketPump::gone);
  }

  /** Nothing is expected of a reader. */
  @OnTextMessage
  @NonBlocking
  void heard(String message) {
    LOG.debugf("a reader says %d characters", message.length());
  }

  @OnError
  void failed(Throwable failure) {
    LOG.debug("a reader's socket failed", failure);
  }
}
