package dev.headroom.simulator.ocpp.v16;

import dev.headroom.actors.profile.StackBounds;
import dev.headroom.simulator.ocpp.session.Intervals;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A station's configuration keys (OCPP 1.6 §9). */
final class Configuration implements Intervals {

  /** What became of a change. */
  enum Change {
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
    NOT_SUPPORTED("NotSupported");

    private final String ocppName;

    Change(String ocppName) {
      this.ocppName = ocppName;
    }

    String ocppName() {
      return ocppName;
    }
  }

  private static final String SAMPLE_INTERVAL = "MeterValueSampleInterval";
  private static final String HEARTBEAT_INTERVAL = "HeartbeatInterval";
  private static final String SAMPLED_DATA = "MeterValuesSampledData";
  private static final Set<String> SECONDS =
      Set.of(
          SAMPLE_INTERVAL,
          HEARTBEAT_INTERVAL,
          "ClockAlignedDataInterval",
          "ConnectionTimeOut",
          "WebSocketPingInterval");
  private static final int LONGEST_SECONDS = 86_400;

  private final Map<String, String> readOnly = new LinkedHashMap<>();
  private final Map<String, String> writable = new LinkedHashMap<>();

  Configuration(int connectors, StackBounds bounds, List<String> units) {
    readOnly.put("NumberOfConnectors", Integer.toString(connectors));
    readOnly.put("SupportedFeatureProfiles", "Core,SmartCharging,RemoteTrigger");
    readOnly.put("ChargeProfileMaxStackLevel", Integer.toString(bounds.maxStackLevel()));
    readOnly.put(
        "ChargingScheduleAllowedChargingRateUnit",
        units.stream().map(Configuration::word).collect(Collectors.joining(",")));
    readOnly.put("ChargingScheduleMaxPeriods", Integer.toString(bounds.maxPeriods()));
    readOnly.put("MaxChargingProfilesInstalled", Integer.toString(bounds.maxInstalled()));
    readOnly.put("LocalAuthorizeOffline", "true");
    readOnly.put("StopTransactionOnEVSideDisconnect", "true");
    writable.put(HEARTBEAT_INTERVAL, "60");
    writable.put(SAMPLE_INTERVAL, "10");
    writable.put("ClockAlignedDataInterval", "0");
    writable.put(
        SAMPLED_DATA,
        "Current.Import,Voltage,Power.Active.Import,Energy.Active.Import.Register,"
            + "Current.Offered,Power.Offered");
    writable.put("ConnectionTimeOut", "60");
    writable.put("WebSocketPingInterval", "0");
  }

  private static String word(String unit) {
    return unit.equals("A") ? "Current" : "Power";
  }

  Change change(String key, String value) {
    if (readOnly.containsKey(key)) {
      return Change.REJECTED;
    }
    if (!writable.containsKey(key)) {
      return Change.NOT_SUPPORTED;
    }
    if (SECONDS.contains(key) && seconds(value).isEmpty()) {
      return Change.REJECTED;
    }
    writable.put(key, value);
    return Change.ACCEPTED;
  }

  private static Optional<Integer> seconds(String value) {
    try {
      int seconds = Integer.parseInt(value);
      return seconds >= 0 && seconds <= LONGEST_SECONDS ? Optional.of(seconds) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** All keys in order; true where it is read-only. */
  Map<String, Boolean> keys() {
    Map<String, Boolean> keys = new LinkedHashMap<>();
    readOnly.keySet().forEach(key -> keys.put(key, true));
    writable.keySet().forEach(key -> keys.put(key, false));
    return keys;
  }

  String value(String key) {
    return writable.getOrDefault(key, readOnly.getOrDefault(key, ""));
  }

  @Override
  public Duration sample() {
    return Duration.ofSeconds(Integer.parseInt(value(SAMPLE_INTERVAL)));
  }

  @Override
  public Duration heartbeat() {
    return Duration.ofSeconds(Math.max(1, Integer.parseInt(value(HEARTBEAT_INTERVAL))));
  }

  @Override
  public void heartbeatEvery(Duration interval) {
    change(HEARTBEAT_INTERVAL, Long.toString(interval.toSeconds()));
  }

  /** What samples hold. */
  Set<String> measurands() {
    return Arrays.stream(value(SAMPLED_DATA).split(","))
        .map(String::strip)
        .collect(Collectors.toUnmodifiableSet());
  }
}
