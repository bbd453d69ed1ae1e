package dev.headroom.gateway.actor;

import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.rpc.Action;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.ocppj.Inbound;
import dev.headroom.gateway.ocppj.OcppJson;
import dev.headroom.gateway.ocppj.StationJson;
import dev.headroom.world.time.Agenda;
import dev.headroom.world.wire.Door;
import dev.headroom.world.wire.Link;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Where a station of the world finds a real gateway. */
record SocketDoor(
    int port,
    String password,
    OcppVersion version,
    Agenda agenda,
    SplittableRandom random,
    Executor thread)
    implements Door {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Override
  public Optional<Link> open(String stationId, Link.End station) {
    Wire wire = new Wire();
    String pair = stationId + ":" + password;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    WebSocket socket;
    try {
      socket =
          HTTP.newWebSocketBuilder()
              .subprotocols("ocpp" + version.number())
              .header("Authorization", "Basic " + basic)
              .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ocpp/" + stationId), wire)
              .join();
    } catch (CompletionException refused) {
      return Optional.empty();
    }
    wire.socket = Optional.of(socket);
    wire.link = Optional.of(new Link(agenda, random.split(), station, wire));
    socket.request(1);
    return wire.link;
  }

  /** The socket in place of the gateway's end: what arrives there goes out. */
  private final class Wire implements Link.End, WebSocket.Listener {
    private final OcppJson json = new OcppJson(Dialect.of(version));
    private final StationJson calls = new StationJson(Dialect.of(version));
    private final Map<String, Action> asked = new HashMap<>();
    private final StringBuilder partial = new StringBuilder();
    private Optional<WebSocket> socket = Optional.empty();
    private Optional<Link> link = Optional.empty();

    @Override
    public void heard(Frame frame) {
      if (frame instanceof Frame.Call call) {
        asked.put(call.messageId(), call.payload().action());
      }
      socket.ifPresent(out -> out.sendText(json.write(frame), true).join());
    }

    @Override
    public void closed() {
      socket.ifPresent(WebSocket::abort);
    }

    @Override
    public void onOpen(WebSocket opened) {
      // Asks for texts once there is a link to bring them to.
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        String text = partial.toString();
        partial.setLength(0);
        thread.execute(() -> hear(text));
      }
      from.request(1);
      return CompletableFuture.completedFuture(data);
    }

    private void hear(String text) {
      Optional<Frame.Call> call = calls.call(text);
      if (call.isPresent()) {
        link.ifPresent(in -> in.toStation(call.get()));
      } else if (json.read(text, id -> Optional.ofNullable(asked.remove(id)))
          instanceof Inbound.Understood(Frame answer, int _)) {
        link.ifPresent(in -> in.toStation(answer));
      }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      thread.execute(() -> link.ifPresent(Link::closeAtGateway));
      return CompletableFuture.completedFuture(code);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      thread.execute(() -> link.ifPresent(Link::closeAtGateway));
    }
  }
}
