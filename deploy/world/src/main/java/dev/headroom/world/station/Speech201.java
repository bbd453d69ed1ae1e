package dev.headroom.world.station;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.profile.InstalledProfile;
import dev.headroom.actors.profile.ProfileFilter;
import dev.headroom.actors.profile.Transaction;
import dev.headroom.gateway.core.ocpp201.AttributeType;
import dev.headroom.gateway.core.ocpp201.BootNotification;
import dev.headroom.gateway.core.ocpp201.ChargingProfileCriterion;
import dev.headroom.gateway.core.ocpp201.ChargingProfileStatus;
import dev.headroom.gateway.core.ocpp201.ClearChargingProfile;
import dev.headroom.gateway.core.ocpp201.ClearChargingProfileStatus;
import dev.headroom.gateway.core.ocpp201.ConnectorStatus;
import dev.headroom.gateway.core.ocpp201.GetChargingProfileStatus;
import dev.headroom.gateway.core.ocpp201.GetChargingProfiles;
import dev.headroom.gateway.core.ocpp201.GetVariableData;
import dev.headroom.gateway.core.ocpp201.GetVariableResult;
import dev.headroom.gateway.core.ocpp201.GetVariables;
import dev.headroom.gateway.core.ocpp201.ReportChargingProfiles;
import dev.headroom.gateway.core.ocpp201.SetChargingProfile;
import dev.headroom.gateway.core.ocpp201.SetVariableResult;
import dev.headroom.gateway.core.ocpp201.SetVariableStatus;
import dev.headroom.gateway.core.ocpp201.SetVariables;
import dev.headroom.gateway.core.ocpp201.StatusNotification;
import dev.headroom.gateway.core.ocpp201.TransactionEvent;
import dev.headroom.gateway.core.ocpp201.TransactionEventType;
import dev.headroom.gateway.core.ocpp201.TriggerMessage;
import dev.headroom.gateway.core.ocpp201.TriggerMessageStatus;
import dev.headroom.gateway.core.rpc.Request;
import dev.headroom.gateway.core.rpc.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** A station that speaks OCPP 2.0.1: it names its transactions, and can list its profiles. */
final class Speech201 implements Speech {

  private final StationSpec spec;
  private final ChargingStation charger;
  private final Obeying obeying;
  private final Events201 events;
  private int transactions;

  Speech201(StationSpec spec, Obeying obeying, BooleanSupplier online) {
    this.spec = spec;
    this.charger = obeying.charger();
    this.obeying = obeying;
    this.events = new Events201(spec.has(Quirk.WATTS_ONLY), online);
  }

  @Override
  public Request boot(Instant now) {
    return new BootNotification.Req(
        new dev.headroom.gateway.core.ocpp201.ChargingStation(
            spec.model(), spec.vendor(), Optional.empty(), Optional.of("1"), Optional.empty()),
        "PowerUp");
  }

  @Override
  public Request status(Connector connector, Instant now) {
    boolean occupied = connector.vehicle().isPresent();
    return new StatusNotification.Req(
        now, occupied ? ConnectorStatus.Occupied : ConnectorStatus.Available, number(connector), 1);
  }

  @Override
  public Request started(Connector connector, Instant now) {
    byte[] seed = (charger.id() + "/" + transactions++).getBytes(StandardCharsets.UTF_8);
    String id = UUID.nameUUIDFromBytes(seed).toString();
    charger.name(number(connector), id);
    return events.started(id, connector, now);
  }

  @Override
  public Optional<Request> stopped(Connector connector, String reason, Instant now) {
    return id(connector).map(id -> events.ended(id, reason, connector, now));
  }

  @Override
  public Optional<Request> values(Connector connector, Instant now) {
    return id(connector).map(id -> events.sampled(id, connector, now));
  }

  private static Optional<String> id(Connector connector) {
    return connector.transaction().flatMap(Transaction::id);
  }

  private static int number(Connector connector) {
    return connector.evse().address().evseId();
  }

  @Override
  public boolean waitsForLink(Request said) {
    return said instanceof TransactionEvent.Req event
        && event.eventType() != TransactionEventType.Updated;
  }

  @Override
  public void answered(Request said, Response answer) {}

  @Override
  public Optional<Response> obey(Request request) {
    return switch (request) {
      case GetVariables.Req get -> Optional.of(read(get));
      case SetVariables.Req set -> Optional.of(accept(set));
      case SetChargingProfile.Req set -> Optional.of(install(set));
      case ClearChargingProfile.Req clear -> Optional.of(clear(clear));
      case GetChargingProfiles.Req get ->
          Optional.of(
              new GetChargingProfiles.Res(
                  found(get).isEmpty()
                      ? GetChargingProfileStatus.NoProfiles
                      : GetChargingProfileStatus.Accepted,
                  Optional.empty()));
      case TriggerMessage.Req _ ->
          Optional.of(new TriggerMessage.Res(TriggerMessageStatus.Rejected, Optional.empty()));
      default -> Optional.empty();
    };
  }

  private SetChargingProfile.Res install(SetChargingProfile.Req set) {
    boolean taken =
        Profiles201.read(set.chargingProfile())
            .filter(profile -> obeying.install(set.evseId(), profile))
            .isPresent();
    return new SetChargingProfile.Res(
        taken ? ChargingProfileStatus.Accepted : ChargingProfileStatus.Rejected, Optional.empty());
  }

  private ClearChargingProfile.Res clear(ClearChargingProfile.Req clear) {
    boolean any =
        clear.chargingProfileId().isPresent()
            && charger.clear(
                    new ProfileFilter(
                        Set.of(clear.chargingProfileId().getAsInt()),
                        OptionalInt.empty(),
                        Optional.empty(),
                        OptionalInt.empty()))
                > 0;
    return new ClearChargingProfile.Res(
        any ? ClearChargingProfileStatus.Accepted : ClearChargingProfileStatus.Unknown,
        Optional.empty());
  }

  /** One report for each EVSE that has profiles; the last says that it is. */
  @Override
  public List<Request> after(Request heard) {
    if (!(heard instanceof GetChargingProfiles.Req get)) {
      return List.of();
    }
    Map<Integer, List<dev.headroom.gateway.core.ocpp201.ChargingProfile>> byEvse = new TreeMap<>();
    for (InstalledProfile each : found(get)) {
      byEvse
          .computeIfAbsent(each.connector(), _ -> new ArrayList<>())
          .add(Profiles201.write(each.profile()));
    }
    List<Request> reports = new ArrayList<>();
    byEvse.forEach(
        (evse, profiles) ->
            reports.add(
                new ReportChargingProfiles.Req(
                    get.requestId(),
                    "CSO",
                    evse,
                    profiles,
                    Optional.of(reports.size() + 1 < byEvse.size()))));
    return reports;
  }

  private List<InstalledProfile> found(GetChargingProfiles.Req get) {
    ChargingProfileCriterion asked = get.chargingProfile();
    return charger
        .profiles()
        .find(
            new ProfileFilter(
                Set.copyOf(asked.chargingProfileId().orElse(List.of())),
                get.evseId(),
                asked.chargingProfilePurpose().flatMap(Profiles201::purpose),
                asked.stackLevel()));
  }

  private static SetVariables.Res accept(SetVariables.Req set) {
    return new SetVariables.Res(
        set.setVariableData().stream()
            .map(
                each ->
                    new SetVariableResult(
                        SetVariableStatus.Accepted,
                        each.attributeType(),
                        each.component(),
                        each.variable(),
                        Optional.empty()))
            .toList());
  }

  private GetVariables.Res read(GetVariables.Req get) {
    return new GetVariables.Res(get.getVariableData().stream().map(this::read).toList());
  }

  private GetVariableResult read(GetVariableData asked) {
    Optional<String> value =
        asked.component().name().equals("SmartChargingCtrlr") ? value(asked) : Optional.empty();
    return new GetVariableResult(
        value.isPresent() ? "Accepted" : "UnknownVariable",
        asked.attributeType(),
        value,
        asked.component(),
        asked.variable(),
        Optional.empty());
  }

  /** How many profiles there are has a bound, which is what is asked for. */
  private Optional<String> value(GetVariableData asked) {
    Abilities can = obeying.abilities();
    return switch (asked.variable().name()) {
      case "ProfileStackLevel" -> Optional.of(Integer.toString(can.maxStackLevel()));
      case "RateUnit" -> Optional.of(can.takesAmperes() ? "A,W" : "W");
      case "PeriodsPerSchedule" -> Optional.of(Integer.toString(can.maxPeriods()));
      case "Entries" ->
          asked.attributeType().filter(AttributeType.MaxSet::equals).isPresent()
              ? Optional.of(Integer.toString(Abilities.PROFILES))
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
