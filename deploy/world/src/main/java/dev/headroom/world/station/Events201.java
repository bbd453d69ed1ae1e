package dev.headroom.world.station;

import dev.headroom.actors.charger.Connector;
import dev.headroom.gateway.core.ocpp201.ChargingState;
import dev.headroom.gateway.core.ocpp201.EVSE;
import dev.headroom.gateway.core.ocpp201.IdToken;
import dev.headroom.gateway.core.ocpp201.MeterValue;
import dev.headroom.gateway.core.ocpp201.SampledValue;
import dev.headroom.gateway.core.ocpp201.Transaction;
import dev.headroom.gateway.core.ocpp201.TransactionEvent;
import dev.headroom.gateway.core.ocpp201.TransactionEventType;
import dev.headroom.gateway.core.ocpp201.UnitOfMeasure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** A station's transaction events (OCPP 2.0.1 E), numbered from 0 within each transaction. */
final class Events201 {

  private static final Optional<UnitOfMeasure> AMPERES =
      Optional.of(new UnitOfMeasure(Optional.of("A"), OptionalInt.empty()));
  private static final Optional<UnitOfMeasure> VOLTS =
      Optional.of(new UnitOfMeasure(Optional.of("V"), OptionalInt.empty()));

  private final boolean tellsVoltage;
  private final BooleanSupplier online;
  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * @param tellsVoltage whether it says what watts are reckoned with
   * @param online whether there is a link now
   */
  Events201(boolean tellsVoltage, BooleanSupplier online) {
    this.tellsVoltage = tellsVoltage;
    this.online = online;
  }

  TransactionEvent.Req started(String id, Connector connector, Instant now) {
    return event(
        TransactionEventType.Started, "CablePluggedIn", id, Optional.empty(), connector, now);
  }

  TransactionEvent.Req sampled(String id, Connector connector, Instant now) {
    return event(
        TransactionEventType.Updated, "MeterValuePeriodic", id, Optional.empty(), connector, now);
  }

  TransactionEvent.Req ended(String id, String reason, Connector connector, Instant now) {
    String trigger = reason.equals("EVDisconnected") ? "EVCommunicationLost" : "AbnormalCondition";
    TransactionEvent.Req ended =
        event(TransactionEventType.Ended, trigger, id, Optional.of(reason), connector, now);
    numbers.remove(id);
    return ended;
  }

  private TransactionEvent.Req event(
      TransactionEventType type,
      String trigger,
      String id,
      Optional<String> stopped,
      Connector connector,
      Instant now) {
    boolean start = type == TransactionEventType.Started;
    return new TransactionEvent.Req(
        type,
        now,
        trigger,
        numbers.merge(id, 1, Integer::sum) - 1,
        new Transaction(
            id, Optional.of(state(connector)), OptionalInt.empty(), stopped, OptionalInt.empty()),
        Optional.of(!online.getAsBoolean()),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.of(List.of(new MeterValue(now, values(connector)))),
        Optional.of(new EVSE(connector.evse().address().evseId(), OptionalInt.of(1))),
        start ? Optional.of(new IdToken("tag", "Local", Optional.empty())) : Optional.empty());
  }

  private static ChargingState state(Connector connector) {
    return switch (connector.status()) {
      case AVAILABLE -> ChargingState.Idle;
      case PREPARING, FINISHING -> ChargingState.EVConnected;
      case CHARGING -> ChargingState.Charging;
      case SUSPENDED_EVSE -> ChargingState.SuspendedEVSE;
      case SUSPENDED_EV -> ChargingState.SuspendedEV;
    };
  }

  /** What is drawn, and the energy register, in watt-hours. */
  private List<SampledValue> values(Connector connector) {
    List<SampledValue> values = drawn(connector);
    values.add(
        sampled(
            BigDecimal.valueOf(connector.energyWattHours()),
            "Energy.Active.Import.Register",
            Optional.empty(),
            Optional.empty()));
    if (tellsVoltage) {
      BigDecimal volts = BigDecimal.valueOf(connector.elementVolts());
      values.add(sampled(volts, "Voltage", Optional.of("L1"), VOLTS));
    }
    return values;
  }

  /** Line by line as it is wired, in amperes; what a rectifier gives is told as its power. */
  private static List<SampledValue> drawn(Connector connector) {
    List<SampledValue> values = new ArrayList<>();
    if (connector.isDc()) {
      BigDecimal watts = BigDecimal.valueOf(connector.watts());
      values.add(sampled(watts, "Power.Active.Import", Optional.empty(), Optional.empty()));
      return values;
    }
    BigDecimal amps = BigDecimal.valueOf(connector.drawMilliamps(), 3);
    for (int line = 1; line <= connector.phases(); line++) {
      boolean used = line <= connector.conductorsInUse();
      values.add(
          sampled(
              used ? amps : BigDecimal.ZERO, "Current.Import", Optional.of("L" + line), AMPERES));
    }
    return values;
  }

  private static SampledValue sampled(
      BigDecimal value, String measurand, Optional<String> phase, Optional<UnitOfMeasure> unit) {
    return new SampledValue(
        value,
        Optional.empty(),
        Optional.of(measurand),
        phase,
        Optional.empty(),
        Optional.empty(),
        unit);
  }
}
