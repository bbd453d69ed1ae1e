package dev.headroom.simulator.ocpp.v201;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.profile.StackBounds;
import dev.headroom.simulator.ocpp.session.Intervals;
import dev.headroom.simulator.ocpp.session.StationModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A station's variables: what it can do, and what the central system may set. */
final class DeviceModel implements Intervals {

  private static final String EVERYTHING =
      "Current.Import,Voltage,Power.Active.Import,Energy.Active.Import.Register,"
          + "Current.Offered,Power.Offered";
  private static final int LONGEST_SECONDS = 86_400;
  private static final Predicate<String> SECONDS =
      text -> text.matches("[0-9]{1,6}") && Integer.parseInt(text) <= LONGEST_SECONDS;
  private static final Predicate<String> MEASURANDS = text -> text.length() <= 1000;

  private final List<Variable> variables = new ArrayList<>();

  DeviceModel(ChargingStation station, StackBounds bounds) {
    fixed("SmartChargingCtrlr", "Enabled", "boolean", "true");
    fixed("SmartChargingCtrlr", "Available", "boolean", "true");
    fixed(
        "SmartChargingCtrlr",
        "RateUnit",
        "MemberList",
        String.join(",", StationModel.units(station)));
    fixed("SmartChargingCtrlr", "ProfileStackLevel", "integer", bounds.maxStackLevel());
    fixed("SmartChargingCtrlr", "PeriodsPerSchedule", "integer", bounds.maxPeriods());
    variables.add(
        new Variable(
            new Variable.Key("SmartChargingCtrlr", 0, "Entries", "ChargingProfiles"),
            "integer",
            Integer.toString(bounds.maxInstalled()),
            Optional.empty(),
            OptionalInt.of(bounds.maxInstalled())));
    settable("SampledDataCtrlr", "TxUpdatedInterval", "integer", "10", SECONDS);
    settable("SampledDataCtrlr", "TxUpdatedMeasurands", "MemberList", EVERYTHING, MEASURANDS);
    String energy = "Energy.Active.Import.Register";
    settable("SampledDataCtrlr", "TxStartedMeasurands", "MemberList", energy, MEASURANDS);
    settable("SampledDataCtrlr", "TxEndedMeasurands", "MemberList", energy, MEASURANDS);
    fixed("SampledDataCtrlr", "TxEndedInterval", "integer", "0");
    settable("OCPPCommCtrlr", "HeartbeatInterval", "integer", "60", SECONDS);
    settable("OCPPCommCtrlr", "WebSocketPingInterval", "integer", "0", SECONDS);
    settable("OCPPCommCtrlr", "OfflineThreshold", "integer", "60", SECONDS);
    settable("TxCtrlr", "EVConnectionTimeOut", "integer", "60", SECONDS);
    fixed("TxCtrlr", "TxStartPoint", "MemberList", "PowerPathClosed");
    fixed("TxCtrlr", "TxStopPoint", "MemberList", "EVConnected,Authorized");
    fixed("TxCtrlr", "StopTxOnEVSideDisconnect", "boolean", "true");
    fixed("AuthCtrlr", "AuthorizeRemoteStart", "boolean", "false");
    fixed("AuthCtrlr", "OfflineTxForUnknownIdEnabled", "boolean", "true");
    station.connectors().forEach(this::addEvse);
  }

  private void addEvse(Connector connector) {
    int number = connector.evse().address().evseId();
    int phases = connector.isDc() ? 0 : connector.phases();
    evse(number, "SupplyPhases", "integer", Integer.toString(phases), OptionalInt.empty());
    int most = (int) connector.maximumWatts();
    evse(number, "Power", "decimal", Integer.toString(most), OptionalInt.of(most));
  }

  private void evse(int number, String name, String type, String value, OptionalInt maximum) {
    variables.add(
        new Variable(
            new Variable.Key("EVSE", number, name, ""), type, value, Optional.empty(), maximum));
  }

  private void fixed(String component, String name, String type, int value) {
    fixed(component, name, type, Integer.toString(value));
  }

  private void fixed(String component, String name, String type, String value) {
    variables.add(
        new Variable(
            new Variable.Key(component, 0, name, ""),
            type,
            value,
            Optional.empty(),
            OptionalInt.empty()));
  }

  private void settable(
      String component, String name, String type, String value, Predicate<String> legal) {
    variables.add(
        new Variable(
            new Variable.Key(component, 0, name, ""),
            type,
            value,
            Optional.of(legal),
            OptionalInt.empty()));
  }

  Optional<Variable> find(Variable.Key key) {
    return variables.stream().filter(each -> each.key().is(key)).findFirst();
  }

  boolean hasComponent(Variable.Key key) {
    return variables.stream().anyMatch(each -> each.key().isComponent(key));
  }

  List<Variable> all() {
    return Collections.unmodifiableList(variables);
  }

  /** Whether the value was taken; a variable that cannot be written, or not to this, stays. */
  boolean set(Variable variable, String value) {
    boolean legal = variable.writable().filter(rule -> rule.test(value)).isPresent();
    if (legal) {
      variables.replaceAll(each -> each.key().equals(variable.key()) ? each.with(value) : each);
    }
    return legal;
  }

  private String value(String component, String name) {
    return find(new Variable.Key(component, 0, name, "")).map(Variable::value).orElse("");
  }

  private Duration seconds(String component, String name) {
    return Duration.ofSeconds(Integer.parseInt(value(component, name)));
  }

  @Override
  public Duration sample() {
    return seconds("SampledDataCtrlr", "TxUpdatedInterval");
  }

  @Override
  public Duration heartbeat() {
    Duration interval = seconds("OCPPCommCtrlr", "HeartbeatInterval");
    return interval.isZero() ? Duration.ofSeconds(1) : interval;
  }

  @Override
  public void heartbeatEvery(Duration interval) {
    find(new Variable.Key("OCPPCommCtrlr", 0, "HeartbeatInterval", ""))
        .ifPresent(variable -> set(variable, Long.toString(interval.toSeconds())));
  }

  Set<String> startedMeasurands() {
    return members("TxStartedMeasurands");
  }

  Set<String> updatedMeasurands() {
    return members("TxUpdatedMeasurands");
  }

  Set<String> endedMeasurands() {
    return members("TxEndedMeasurands");
  }

  private Set<String> members(String name) {
    return Arrays.stream(value("SampledDataCtrlr", name).split(","))
        .map(String::strip)
        .collect(Collectors.toUnmodifiableSet());
  }
}
