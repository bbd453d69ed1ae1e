package dev.headroom.gateway.actor;

import com.fasterxml.jackson.databind.JsonNode;
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
    link.call(
        "BootNotification",
        is16()
            ? ("{\"chargePointVendor\":\"Headroom\",\"chargePointModel\":\"%s\","
                    + "\"firmwareVersion\":\"1\"}")
                .formatted(station)
            : ("{\"reason\":\"PowerUp\",\"chargingStation\":{\"vendorName\":\"Headroom\","
                    + "\"model\":\"%s\",\"firmwareVersion\":\"1\"}}")
                .formatted(station));
  }

  public void start() {
    if (is16()) {
      link.status(1, "Charging");
      transaction = Integer.toString(link.start());
    } else {
      event("Started", "CablePluggedIn", "6.0");
    }
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
    link.call(
        "TransactionEvent",
        ("{\"eventType\":\"%s\",\"timestamp\":\"%s\",\"triggerReason\":\"%s\",\"seqNo\":%d,"
                + "\"transactionInfo\":{\"transactionId\":\"%s\",\"chargingState\":\"Charging\"},"
                + "\"evse\":{\"id\":1,\"connectorId\":1},"
                + "\"meterValue\":[{\"timestamp\":\"%s\",\"sampledValue\":[%s,%s,%s]}]}")
            .formatted(
                type,
                now,
                trigger,
                events++,
                transaction,
                now,
                sample.formatted("L1"),
                sample.formatted("L2"),
                sample.formatted("L3")));
  }

  private boolean is16() {
    return version.equals("1.6");
  }
}
