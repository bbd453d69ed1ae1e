package dev.headroom.simulator.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A central system of a few lines: lets stations in, accepts all they say, remembers it. */
public final class FakeCentral implements AutoCloseable {

  /** What a station called. */
  public record Heard(String station, String action, JsonNode payload) {}

  /** What a station answered, and to what; {@code frame} whole. */
  public record Answered(String station, String action, JsonNode frame) {}

  private record Asked(String action, CompletableFuture<JsonNode> answer) {}

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final Map<String, String> passwords;
  private final Map<String, ServerWebSocket> sockets = new ConcurrentHashMap<>();
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final List<Answered> answered = new CopyOnWriteArrayList<>();
  private final List<String> turnedAway = new CopyOnWriteArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger(100);

  /** Listens on a free port for stations with these passwords. */
  public FakeCentral(Map<String, String> passwords) throws Exception {
    this.passwords = passwords;
    this.server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .addWebSocketSubProtocol("ocpp1.6")
                    .addWebSocketSubProtocol("ocpp2.0.1"))
            .requestHandler(this::admit)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  public URI address() {
    return URI.create("ws://127.0.0.1:" + server.actualPort() + "/ocpp");
  }

  private void admit(HttpServerRequest request) {
    String station = request.path().substring(request.path().lastIndexOf('/') + 1);
    String pair = station + ":" + passwords.get(station);
    String wanted = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    if (!wanted.equals(request.getHeader("Authorization"))) {
      turnedAway.add(station);
      request.response().setStatusCode(401).end();
      return;
    }
    request
        .toWebSocket()
        .onSuccess(
            socket -> {
              sockets.put(station, socket);
              socket.textMessageHandler(text -> hear(station, socket, text));
            });
  }

  private void hear(String station, ServerWebSocket socket, String text) {
    JsonNode frame = read(text);
    String id = frame.get(1).asText();
    if (frame.get(0).asInt() == 2) {
      String action = frame.get(2).asText();
      heard.add(new Heard(station, action, frame.get(3)));
      ArrayNode answer = MAPPER.createArrayNode().add(3).add(id).add(answer(action, socket));
      socket.writeTextMessage(answer.toString());
    } else {
      Optional.ofNullable(asked.remove(id))
          .ifPresent(
              waiting -> {
                answered.add(new Answered(station, waiting.action(), frame));
                waiting.answer().complete(frame);
              });
    }
  }

  private ObjectNode answer(String action, ServerWebSocket socket) {
    String info = "ocpp1.6".equals(socket.subProtocol()) ? "idTagInfo" : "idTokenInfo";
    ObjectNode accepted = MAPPER.createObjectNode().put("status", "Accepted");
    ObjectNode answer = MAPPER.createObjectNode();
    return switch (action) {
      case "BootNotification" ->
          accepted.put("currentTime", Instant.now().toString()).put("interval", 300);
      case "Heartbeat" -> answer.put("currentTime", Instant.now().toString());
      case "Authorize", "StopTransaction", "TransactionEvent" -> answer.set(info, accepted);
      case "StartTransaction" ->
          answer.put("transactionId", numbers.incrementAndGet()).<ObjectNode>set(info, accepted);
      default -> answer;
    };
  }

  /** Calls a station and waits for its whole answer frame. */
  public JsonNode call(String station, String action, String payload) throws Exception {
    String id = "c" + numbers.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, new Asked(action, answer));
    send(station, "[2,\"%s\",\"%s\",%s]".formatted(id, action, payload));
    return answer.get(10, TimeUnit.SECONDS);
  }

  public void send(String station, String text) {
    Optional.ofNullable(sockets.get(station)).orElseThrow().writeTextMessage(text);
  }

  /** Drops a station's connection. */
  public void drop(String station) {
    Optional.ofNullable(sockets.get(station)).orElseThrow().close((short) 1001);
  }

  public List<Heard> heard(String action) {
    return heard.stream().filter(each -> each.action().equals(action)).toList();
  }

  public List<Heard> heard(String station, String action) {
    return heard(action).stream().filter(each -> each.station().equals(station)).toList();
  }

  public List<Heard> heard() {
    return List.copyOf(heard);
  }

  public List<Answered> answered() {
    return List.copyOf(answered);
  }

  public List<String> turnedAway() {
    return List.copyOf(turnedAway);
  }

  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
