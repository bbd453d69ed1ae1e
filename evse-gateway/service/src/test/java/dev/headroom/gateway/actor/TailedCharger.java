package dev.headroom.gateway.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A charging station whose vehicle draws all that the charging profile lets it, with a link or
 * without one; or one that drops its profile with the link and gives 32 A.
 */
public final class TailedCharger {

  private static final String FULL = "32.0";

  private final int port;
  private final String station;
  private final String password;
  private final String version;
  private final boolean dropsItsProfile;
  private Optional<JsonNode> live = Optional.empty();
  private Charger link;
  private int events;
  private String transaction = "tx-1";

  public TailedCharger(
      int port, String station, String password, String version, boolean dropsItsProfile) {
    this.port = port;
    this.station = station;
    this.password = password;
    this.version = version;
    this.dropsItsProfile = dropsItsProfile;
    this.link = Charger.connect(port, station, password, "ocpp" + version);
  }

  public String station() {
    return station;
  }

  public Charger link() {
    return link;
  }

  /** Opens another socket; fails if it is refused. */
  public void reconnect() {
    live = profile();
    link = Charger.connect(port, station, password, "ocpp" + version);
  }

  public void boot() {
    boot(station);
  }

  /** It says that it is of this model. */
  public void boot(String model) {
    link.call(
        "BootNotification",
        is16()
            ? ("{\"chargePointVendor\":\"Headroom\",\"chargePointModel\":\"%s\","
                    + "\"firmwareVersion\":\"1\"}")
                .formatted(model)
            : ("{\"reason\":\"PowerUp\",\"chargingStation\":{\"vendorName\":\"Headroom\","
                    + "\"model\":\"%s\",\"firmwareVersion\":\"1\"}}")
                .formatted(model));
  }

  public void start() {
    if (is16()) {
      link.status(1, "Charging");
      transaction = Integer.toString(link.start());
    } else {
      event("Started", "CablePluggedIn", "6.0");
    }
  }

  /** Tells what it offers its vehicle, and nothing else. */
  public void offer(String amperes) {
    Instant now = Instant.now();
    String value = is16() ? "\"" + amperes + "\"" : amperes;
    String values =
        ("[{\"timestamp\":\"%s\",\"sampledValue\":"
                + "[{\"value\":%s,\"measurand\":\"Current.Offered\"}]}]")
            .formatted(now, value);
    if (is16()) {
      link.call(
          "MeterValues",
          "{\"connectorId\":1,\"transactionId\":%s,\"meterValue\":%s}"
              .formatted(transaction, values));
    } else {
      link.call("TransactionEvent", event("Updated", "MeterValuePeriodic", now, values));
    }
  }

  /** From now on it answers which schedule it follows: its profile's, or one without end. */
  public void tellSchedule(Optional<String> amperes) {
    link.tells(asked -> composite(asked, amperes));
  }

  private JsonNode composite(JsonNode asked, Optional<String> amperes) {
    Instant now = Instant.now();
    ArrayNode periods = JsonNodeFactory.instance.arrayNode();
    for (int second = 0; second < asked.path("duration").asInt(); second++) {
      Instant then = now.plusSeconds(second);
      BigDecimal limit = new BigDecimal(amperes.orElseGet(() -> drawn(then)));
      periods.addObject().put("startPeriod", second).put("limit", limit);
    }
    ObjectNode schedule = JsonNodeFactory.instance.objectNode();
    schedule.put("duration", asked.path("duration").asInt()).put("chargingRateUnit", "A");
    schedule.set("chargingSchedulePeriod", periods);
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "Accepted");
    if (is16()) {
      answer.put("connectorId", 1).put("scheduleStart", now.toString());
      return answer.set("chargingSchedule", schedule);
    }
    schedule.put("evseId", 1).put("scheduleStart", now.toString());
    return answer.set("schedule", schedule);
  }

  /** Tells what its vehicle draws. */
  public void measure(String amperes) {
    if (is16()) {
      link.meter(Integer.parseInt(transaction), amperes);
    } else {
      event("Updated", "MeterValuePeriodic", amperes);
    }
  }

  /** What its profile lets it give now. */
  public String drawn(Instant now) {
    if (dropsItsProfile && !link.open()) {
      live = Optional.empty();
      return FULL;
    }
    return profile().or(() -> live).map(known -> level(known, now)).orElse(FULL);
  }

  /** What it draws since it came back, whatever it was told before. */
  public String drawnSinceTheCut(Instant now) {
    return dropsItsProfile ? FULL : live.map(known -> level(known, now)).orElse(FULL);
  }

  private Optional<JsonNode> profile() {
    String key = is16() ? "csChargingProfiles" : "chargingProfile";
    return link.calls().stream()
        .filter(call -> call.get(2).asText().equals("SetChargingProfile"))
        .map(call -> call.get(3).get(key))
        .filter(it -> it.get("chargingProfilePurpose").asText().equals("TxProfile"))
        .reduce((first, last) -> last);
  }

  private String level(JsonNode known, Instant now) {
    JsonNode schedule = known.get("chargingSchedule");
    JsonNode one = schedule.isArray() ? schedule.get(0) : schedule;
    long seconds =
        Duration.between(Instant.parse(one.get("startSchedule").asText()), now).toSeconds();
    String limit = FULL;
    for (JsonNode period : List.copyOf(one.get("chargingSchedulePeriod").findParents("limit"))) {
      if (period.get("startPeriod").asLong() <= seconds) {
        limit = period.get("limit").asText();
      }
    }
    return limit;
  }

  private void event(String type, String trigger, String amperes) {
    Instant now = Instant.now();
    String sample = "{\"value\":" + amperes + ",\"measurand\":\"Current.Import\",\"phase\":\"%s\"}";
    String values =
        "[{\"timestamp\":\"%s\",\"sampledValue\":[%s,%s,%s]}]"
            .formatted(now, sample.formatted("L1"), sample.formatted("L2"), sample.formatted("L3"));
    link.call("TransactionEvent", event(type, trigger, now, values));
  }

  private String event(String type, String trigger, Instant now, String values) {
    return ("{\"eventType\":\"%s\",\"timestamp\":\"%s\",\"triggerReason\":\"%s\",\"seqNo\":%d,"
            + "\"transactionInfo\":{\"transactionId\":\"%s\",\"chargingState\":\"Charging\"},"
            + "\"evse\":{\"id\":1,\"connectorId\":1},"
            + "\"meterValue\":%s}")
        .formatted(type, now, trigger, events++, transaction, values);
  }

  private boolean is16() {
    return version.equals("1.6");
  }
}
