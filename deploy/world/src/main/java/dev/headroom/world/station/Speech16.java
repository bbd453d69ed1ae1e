package dev.headroom.world.station;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.profile.ProfileFilter;
import dev.headroom.actors.profile.Transaction;
import dev.headroom.gateway.core.ocpp16.BootNotification;
import dev.headroom.gateway.core.ocpp16.ChangeConfiguration;
import dev.headroom.gateway.core.ocpp16.ChargePointStatus;
import dev.headroom.gateway.core.ocpp16.ChargingProfileStatus;
import dev.headroom.gateway.core.ocpp16.ClearChargingProfile;
import dev.headroom.gateway.core.ocpp16.ClearChargingProfileStatus;
import dev.headroom.gateway.core.ocpp16.ConfigurationStatus;
import dev.headroom.gateway.core.ocpp16.GetConfiguration;
import dev.headroom.gateway.core.ocpp16.KeyValue;
import dev.headroom.gateway.core.ocpp16.MeterValue;
import dev.headroom.gateway.core.ocpp16.MeterValues;
import dev.headroom.gateway.core.ocpp16.SampledValue;
import dev.headroom.gateway.core.ocpp16.SetChargingProfile;
import dev.headroom.gateway.core.ocpp16.StartTransaction;
import dev.headroom.gateway.core.ocpp16.StatusNotification;
import dev.headroom.gateway.core.ocpp16.StopTransaction;
import dev.headroom.gateway.core.ocpp16.TriggerMessage;
import dev.headroom.gateway.core.ocpp16.TriggerMessageStatus;
import dev.headroom.gateway.core.rpc.Request;
import dev.headroom.gateway.core.rpc.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A station that speaks OCPP 1.6. */
final class Speech16 implements Speech {

  private final StationSpec spec;
  private final ChargingStation charger;
  private final Obeying obeying;
  private final Map<String, String> keys;

  /** When the transaction of a start that is not answered yet began; it may be over by then. */
  private final Map<Request, Instant> unnamed = new HashMap<>();

  Speech16(StationSpec spec, Obeying obeying) {
    this.spec = spec;
    this.charger = obeying.charger();
    this.obeying = obeying;
    this.keys = keys(obeying.abilities());
  }

  private static Map<String, String> keys(Abilities can) {
    return Map.of(
        "ChargeProfileMaxStackLevel", Integer.toString(can.maxStackLevel()),
        "ChargingScheduleAllowedChargingRateUnit", can.takesAmperes() ? "Current,Power" : "Power",
        "ChargingScheduleMaxPeriods", Integer.toString(can.maxPeriods()),
        "MaxChargingProfilesInstalled", Integer.toString(Abilities.PROFILES));
  }

  @Override
  public Request boot(Instant now) {
    return new BootNotification.Req(
        spec.vendor(),
        spec.model(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("1"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Request status(Connector connector, Instant now) {
    ChargePointStatus status =
        switch (connector.status()) {
          case AVAILABLE -> ChargePointStatus.Available;
          case PREPARING -> ChargePointStatus.Preparing;
          case CHARGING -> ChargePointStatus.Charging;
          case SUSPENDED_EVSE -> ChargePointStatus.SuspendedEVSE;
          case SUSPENDED_EV -> ChargePointStatus.SuspendedEV;
          case FINISHING -> ChargePointStatus.Finishing;
        };
    return new StatusNotification.Req(
        number(connector),
        "NoError",
        Optional.empty(),
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Request started(Connector connector, Instant now) {
    Request start =
        new StartTransaction.Req(
            number(connector), "tag", energy(connector), OptionalInt.empty(), now);
    connector.transaction().ifPresent(begun -> unnamed.put(start, begun.startedAt()));
    return start;
  }

  @Override
  public Optional<Request> stopped(Connector connector, String reason, Instant now) {
    return id(connector)
        .map(
            id ->
                new StopTransaction.Req(
                    Optional.of("tag"),
                    energy(connector),
                    now,
                    id,
                    Optional.of(reason),
                    Optional.empty()));
  }

  @Override
  public Optional<Request> values(Connector connector, Instant now) {
    return id(connector)
        .map(
            id ->
                new MeterValues.Req(
                    number(connector),
                    OptionalInt.of(id),
                    List.of(new MeterValue(now, values(connector)))));
  }

  /** One that takes watts says what they are reckoned with. */
  private List<SampledValue> values(Connector connector) {
    List<SampledValue> values = drawn(connector);
    if (spec.has(Quirk.WATTS_ONLY)) {
      BigDecimal volts = BigDecimal.valueOf(connector.elementVolts());
      values.add(sampled(volts, "Voltage", Optional.of("L1"), "V"));
    }
    return values;
  }

  /** Line by line as it is wired, in amperes; what a rectifier gives is told as its power. */
  private static List<SampledValue> drawn(Connector connector) {
    List<SampledValue> values = new ArrayList<>();
    if (connector.isDc()) {
      BigDecimal watts = BigDecimal.valueOf(connector.watts());
      values.add(sampled(watts, "Power.Active.Import", Optional.empty(), "W"));
      return values;
    }
    BigDecimal amps = BigDecimal.valueOf(connector.drawMilliamps(), 3);
    for (int line = 1; line <= connector.phases(); line++) {
      boolean used = line <= connector.conductorsInUse();
      values.add(
          sampled(used ? amps : BigDecimal.ZERO, "Current.Import", Optional.of("L" + line), "A"));
    }
    return values;
  }

  private static SampledValue sampled(
      BigDecimal value, String measurand, Optional<String> phase, String unit) {
    return new SampledValue(
        value.toPlainString(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(measurand),
        phase,
        Optional.empty(),
        Optional.of(unit));
  }

  private static Optional<Integer> id(Connector connector) {
    return connector.transaction().flatMap(Transaction::id).map(Integer::valueOf);
  }

  private static int number(Connector connector) {
    return connector.evse().address().evseId();
  }

  private static int energy(Connector connector) {
    return Math.toIntExact(connector.energyWattHours());
  }

  @Override
  public boolean waitsForLink(Request said) {
    return said instanceof StartTransaction.Req || said instanceof StopTransaction.Req;
  }

  @Override
  public void answered(Request said, Response answer) {
    if (said instanceof StartTransaction.Req start
        && answer instanceof StartTransaction.Conf started) {
      Optional<Instant> begun = Optional.ofNullable(unnamed.remove(said));
      Optional<Transaction> runs = charger.connector(start.connectorId()).transaction();
      if (runs.map(Transaction::startedAt).equals(begun)) {
        charger.name(start.connectorId(), Integer.toString(started.transactionId()));
      }
    }
  }

  @Override
  public Optional<Response> obey(Request request) {
    return switch (request) {
      case GetConfiguration.Req get -> Optional.of(read(get.key().orElse(List.of())));
      case ChangeConfiguration.Req _ ->
          Optional.of(new ChangeConfiguration.Conf(ConfigurationStatus.Accepted));
      case SetChargingProfile.Req set ->
          Optional.of(
              new SetChargingProfile.Conf(
                  obeying.install(set.connectorId(), Profiles16.read(set))
                      ? ChargingProfileStatus.Accepted
                      : ChargingProfileStatus.Rejected));
      case ClearChargingProfile.Req clear -> Optional.of(clear(clear));
      case TriggerMessage.Req _ ->
          Optional.of(new TriggerMessage.Conf(TriggerMessageStatus.Rejected));
      default -> Optional.empty();
    };
  }

  private ClearChargingProfile.Conf clear(ClearChargingProfile.Req clear) {
    boolean any =
        clear.id().isPresent()
            && charger.clear(
                    new ProfileFilter(
                        Set.of(clear.id().getAsInt()),
                        OptionalInt.empty(),
                        Optional.empty(),
                        OptionalInt.empty()))
                > 0;
    return new ClearChargingProfile.Conf(
        any ? ClearChargingProfileStatus.Accepted : ClearChargingProfileStatus.Unknown);
  }

  private GetConfiguration.Conf read(List<String> asked) {
    return new GetConfiguration.Conf(
        Optional.of(
            asked.stream()
                .filter(keys::containsKey)
                .map(key -> new KeyValue(key, true, Optional.ofNullable(keys.get(key))))
                .toList()),
        Optional.of(asked.stream().filter(key -> !keys.containsKey(key)).toList()));
  }
}
