package dev.headroom.gateway.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A charging station on a real socket of the JDK's client. It accepts whatever it is asked. */
public final class Charger implements WebSocket.Listener {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Map<String, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final Map<String, String> actions = new ConcurrentHashMap<>();
  private final Map<String, String> statuses = new ConcurrentHashMap<>();
  private final List<JsonNode> calls = new CopyOnWriteArrayList<>();
  private final List<JsonNode> errors = new CopyOnWriteArrayList<>();
  private final List<String> frames = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final CompletableFuture<String> closeReason = new CompletableFuture<>();
  private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
  private CompletableFuture<WebSocket> sending = socket;
  private volatile Function<JsonNode, JsonNode> schedule =
      asked -> JSON.createObjectNode().put("status", "Rejected");
  private final StringBuilder partial = new StringBuilder();

  private Charger() {}

  /** Opens a socket; fails with a WebSocketHandshakeException when it is refused. */
  public static Charger connect(int port, String station, String password) {
    return connect(port, station, password, "ocpp1.6");
  }

  public static Charger connect(int port, String station, String password, String subprotocol) {
    String pair = station + ":" + password;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return open(port, station, subprotocol, Map.of("Authorization", "Basic " + basic));
  }

  /**
   * @param subprotocol those it offers, the one it likes most first, with commas; none if empty
   */
  public static Charger open(
      int port, String path, String subprotocol, Map<String, String> headers) {
    URI uri = URI.create("ws://127.0.0.1:" + port + "/ocpp/" + path);
    return open(HTTP, uri, subprotocol, headers);
  }

  /** With a client of its own, which may show a certificate. */
  public static Charger open(
      HttpClient client, URI uri, String subprotocol, Map<String, String> headers) {
    Charger charger = new Charger();
    WebSocket.Builder builder = client.newWebSocketBuilder();
    if (!subprotocol.isEmpty()) {
      String[] offered = subprotocol.split(",");
      builder.subprotocols(offered[0], Arrays.copyOfRange(offered, 1, offered.length));
    }
    headers.forEach(builder::header);
    charger.socket.complete(
        builder.buildAsync(uri, charger).orTimeout(10, TimeUnit.SECONDS).join());
    return charger;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      heard(partial.toString());
      partial.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedFuture(last);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closeReason.complete(reason);
    closed.complete(code);
    return CompletableFuture.completedFuture(code);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(1006);
  }

  private void heard(String text) {
    frames.add(text);
    try {
      JsonNode frame = JSON.readTree(text);
      switch (frame.get(0).intValue()) {
        case 2 -> {
          calls.add(frame);
          answer(frame);
        }
        case 3 ->
            answers
                .getOrDefault(frame.get(1).asText(), new CompletableFuture<>())
                .complete(frame.get(2));
        default -> {
          errors.add(frame);
          answers
              .getOrDefault(frame.get(1).asText(), new CompletableFuture<>())
              .completeExceptionally(new IllegalStateException(text));
        }
      }
    } catch (Exception unreadable) {
      closed.completeExceptionally(unreadable);
    }
  }

  /** How it answers calls of an action from now on; an empty status is no answer at all. */
  public void answers(String action, String status) {
    statuses.put(action, status);
  }

  private void answer(JsonNode call) {
    String status = statuses.getOrDefault(call.get(2).asText(), "Accepted");
    if (status.isEmpty()) {
      return;
    }
    ArrayNode result = JSON.createArrayNode().add(3).add(call.get(1).asText());
    switch (call.get(2).asText()) {
      case "GetConfiguration" -> {
        var payload = result.addObject();
        var keys = payload.putArray("configurationKey");
        Map.of(
                "ChargingScheduleAllowedChargingRateUnit", "Current,Power",
                "ChargeProfileMaxStackLevel", "10",
                "ChargingScheduleMaxPeriods", "10",
                "MaxChargingProfilesInstalled", "10",
                "NumberOfConnectors", "1")
            .forEach(
                (key, value) ->
                    keys.addObject().put("key", key).put("readonly", true).put("value", value));
      }
      case "GetVariables" -> {
        var results = result.addObject().putArray("getVariableResult");
        call.get(3)
            .get("getVariableData")
            .forEach(
                asked -> {
                  var said = results.addObject();
                  said.put("attributeStatus", "Accepted");
                  boolean unit = asked.at("/variable/name").asText().equals("RateUnit");
                  said.put("attributeValue", unit ? "A,W" : "10");
                  said.set("component", asked.get("component"));
                  said.set("variable", asked.get("variable"));
                });
      }
      case "SetVariables" -> {
        var results = result.addObject().putArray("setVariableResult");
        call.get(3)
            .get("setVariableData")
            .forEach(
                asked -> {
                  var said = results.addObject();
                  said.put("attributeStatus", status);
                  said.set("component", asked.get("component"));
                  said.set("variable", asked.get("variable"));
                });
      }
      case "GetCompositeSchedule" -> result.add(schedule.apply(call.get(3)));
      case "GetChargingProfiles" -> result.addObject().put("status", "NoProfiles");
      default -> result.addObject().put("status", status);
    }
    sendEagerly(result.toString(), true);
  }

  public void send(String text) {
    sendEagerly(text, true).join();
  }

  /** Sends without waiting for the text to have gone out. */
  public synchronized CompletableFuture<WebSocket> sendEagerly(String text, boolean last) {
    sending = sending.thenCompose(ready -> ready.sendText(text, last));
    return sending;
  }

  /** What it answers when it is asked for its schedule; a refusal until this is said. */
  public void tells(Function<JsonNode, JsonNode> composite) {
    schedule = composite;
  }

  /** Calls and waits for the result. */
  public JsonNode call(String action, String payload) {
    String id = UUID.randomUUID().toString();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    actions.put(id, action);
    send("[2,\"" + id + "\",\"" + action + "\"," + payload + "]");
    return answer.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  public void boot() {
    call(
        "BootNotification",
        "{\"chargePointVendor\":\"Headroom\",\"chargePointModel\":\"Simulated"
            + " AC\",\"firmwareVersion\":\"1.0\"}");
  }

  public void status(int connector, String status) {
    call(
        "StatusNotification",
        "{\"connectorId\":%d,\"errorCode\":\"NoError\",\"status\":\"%s\"}"
            .formatted(connector, status));
  }

  /** Starts a transaction on connector 1 and returns its id. */
  public int start() {
    return call(
            "StartTransaction",
            "{\"connectorId\":1,\"idTag\":\"tag-1\",\"meterStart\":1000,\"timestamp\":\"%s\"}"
                .formatted(Instant.now()))
        .get("transactionId")
        .intValue();
  }

  /** Reports what the vehicle draws on all three of its phases. */
  public void meter(int transaction, String amps) {
    String sample =
        "{\"value\":\""
            + amps
            + "\",\"measurand\":\"Current.Import\",\"unit\":\"A\",\"phase\":\"%s\"}";
    call(
        "MeterValues",
        ("{\"connectorId\":1,\"transactionId\":%d,\"meterValue\":"
                + "[{\"timestamp\":\"%s\",\"sampledValue\":[%s,%s,%s]}]}")
            .formatted(
                transaction,
                Instant.now(),
                sample.formatted("L1"),
                sample.formatted("L2"),
                sample.formatted("L3")));
  }

  public void stop(int transaction, int meterStop) {
    call(
        "StopTransaction",
        "{\"transactionId\":%d,\"meterStop\":%d,\"timestamp\":\"%s\",\"reason\":\"EVDisconnected\"}"
            .formatted(transaction, meterStop, Instant.now()));
  }

  /** What we were asked, whole frames. */
  public List<JsonNode> calls() {
    return List.copyOf(calls);
  }

  /** The payloads of SetChargingProfile, of this purpose. */
  public List<JsonNode> profiles(String purpose) {
    return calls.stream()
        .filter(call -> call.get(2).asText().equals("SetChargingProfile"))
        .map(call -> call.get(3).get("csChargingProfiles"))
        .filter(profile -> profile.get("chargingProfilePurpose").asText().equals(purpose))
        .toList();
  }

  /** The limits of the live profiles it was given, as they were to begin with, in order. */
  public List<String> liveLimits() {
    return profiles("TxProfile").stream()
        .map(profile -> profile.at("/chargingSchedule/chargingSchedulePeriod/0/limit"))
        .map(limit -> limit.decimalValue().stripTrailingZeros().toPlainString())
        .toList();
  }

  /** CALLERRORs. */
  public List<JsonNode> errors() {
    return List.copyOf(errors);
  }

  /** The action this charger called with this message id. */
  public String actionOf(String messageId) {
    return actions.getOrDefault(messageId, "");
  }

  /** Every text the gateway sent. */
  public List<String> frames() {
    return List.copyOf(frames);
  }

  public boolean open() {
    return !closed.isDone();
  }

  /** Waits for the gateway to close and returns its code. */
  public int closeCode() {
    return closed.orTimeout(15, TimeUnit.SECONDS).join();
  }

  /** Waits for the gateway to close and returns why. */
  public String closeReason() {
    return closeReason.orTimeout(15, TimeUnit.SECONDS).join();
  }

  /** What was agreed on. */
  public String subprotocol() {
    return socket.join().getSubprotocol();
  }

  /** Goes away without a word. */
  public void vanish() {
    socket.join().abort();
    closed.complete(1006);
  }
}
