package dev.headroom.trial.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * As much of a charger with one connector as the gateway needs to believe in it: boots, begins a
 * transaction, tells what its meter says, follows every limit at once. One call at a time.
 */
final class Ocpp16 implements Speaker {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NO_TRANSACTION = 0;
  private static final int FALLBACK_MILLIAMPS = 6000;

  private final Timings answers;
  private final Answers told = new Answers();
  private final Deque<Call> waiting = new ArrayDeque<>();
  private Optional<Mouth> mouth = Optional.empty();
  private Optional<Call> asked = Optional.empty();
  private long askedNanos;
  private int messages;
  private int wattHours;
  private boolean booted;
  private int transaction = NO_TRANSACTION;
  private volatile Ready ready = new Ready.No();
  private volatile int limitMilliamps;
  private volatile long limitNanos;

  Ocpp16(Timings answers) {
    this.answers = answers;
  }

  @Override
  public void opened(Mouth opened) {
    mouth = Optional.of(opened);
    boot();
  }

  private void boot() {
    call(
        "BootNotification",
        """
        {"chargePointVendor":"Bench","chargePointModel":"Load","firmwareVersion":"1.0"}\
        """);
  }

  @Override
  public void lost() {
    mouth = Optional.empty();
    asked = Optional.empty();
    waiting.clear();
    booted = false;
    told.lost();
    ready = new Ready.No();
  }

  /** Begins to charge. */
  void begin() {
    if (transaction == NO_TRANSACTION) {
      status("Preparing");
      call(
          "StartTransaction",
          """
          {"connectorId":1,"idTag":"bench","meterStart":0,"timestamp":"%s"}\
          """
              .formatted(Instant.now()));
    }
  }

  void beat() {
    call("Heartbeat", "{}");
  }

  private void status(String status) {
    call(
        "StatusNotification",
        """
        {"connectorId":1,"errorCode":"NoError","status":"%s"}\
        """
            .formatted(status));
  }

  /** The last limit of a transaction it was given; 0 before the first. Read from any thread. */
  int limitMilliamps() {
    return limitMilliamps;
  }

  /** When it was given that, by this machine's nano clock. Read after the limit. */
  long limitNanos() {
    return limitNanos;
  }

  @Override
  public boolean sample() {
    if (mouth.isEmpty() || asked.isPresent() || transaction == NO_TRANSACTION) {
      return false;
    }
    int milliamps = told.followed().map(Followed::milliamps).orElse(FALLBACK_MILLIAMPS);
    wattHours++;
    call("MeterValues", MeterText.of(transaction, milliamps, wattHours, Instant.now()));
    return true;
  }

  @Override
  public Ready ready() {
    return ready;
  }

  private void call(String action, String payload) {
    waiting.add(new Call(action, payload));
    sayNext();
  }

  private void sayNext() {
    if (asked.isEmpty() && mouth.isPresent() && !waiting.isEmpty()) {
      Call next = waiting.removeFirst();
      asked = Optional.of(next);
      messages++;
      askedNanos = System.nanoTime();
      mouth.get().say(next.text("m" + messages));
    }
  }

  @Override
  public void heard(String text) {
    if (text.startsWith("[2")) {
      answer(parsed(text));
    } else if (asked.isPresent()) {
      Call ended = asked.get();
      asked = Optional.empty();
      answered(ended, text);
      sayNext();
    }
  }

  private void answered(Call ended, String text) {
    switch (ended.action()) {
      case "MeterValues" -> answers.add(System.nanoTime() - askedNanos);
      case "BootNotification" -> {
        if (parsed(text).path(2).path("status").asText().equals("Accepted")) {
          booted = true;
          status(transaction == NO_TRANSACTION ? "Available" : "Charging");
          settle();
        } else {
          boot();
        }
      }
      case "StartTransaction" -> {
        transaction = parsed(text).path(2).path("transactionId").asInt(NO_TRANSACTION);
        status("Charging");
      }
      default -> {}
    }
  }

  private void answer(JsonNode call) {
    String id = call.path(1).asText();
    String action = call.path(2).asText();
    String answer =
        told.to(action, call.path(3), Instant.now())
            .map(payload -> "[3,\"" + id + "\"," + payload + "]")
            .orElse("[4,\"" + id + "\",\"NotImplemented\",\"\",{}]");
    mouth.ifPresent(to -> to.say(answer));
    if (action.equals("SetChargingProfile")) {
      settle();
      told.followed().map(Followed::milliamps).ifPresent(this::limited);
    } else if (call.path(3).path("requestedMessage").asText().equals("BootNotification")) {
      boot();
    }
  }

  private void limited(int milliamps) {
    if (milliamps != limitMilliamps) {
      limitNanos = System.nanoTime();
      limitMilliamps = milliamps;
    }
  }

  private void settle() {
    if (booted && told.holdsBase() && ready instanceof Ready.No) {
      ready = new Ready.Since(System.nanoTime());
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
