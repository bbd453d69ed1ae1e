package dev.headroom.world.station;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.profile.Installation;
import dev.headroom.actors.profile.ProfileFilter;
import dev.headroom.actors.vehicle.Vehicle;
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
import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.Request;
import dev.headroom.gateway.core.rpc.Response;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A station with one connector that speaks OCPP 1.6: one call at a time, in order; what it has to
 * say of transactions waits while there is no link.
 */
public final class StationProcess {

  private static final Map<String, String> KEYS =
      Map.of(
          "ChargeProfileMaxStackLevel", "10",
          "ChargingScheduleAllowedChargingRateUnit", "Current,Power",
          "ChargingScheduleMaxPeriods", "10",
          "MaxChargingProfilesInstalled", "10");

  private final ChargingStation charger;
  private final boolean withTail;
  private final Deque<Request> calls = new ArrayDeque<>();
  private Optional<Consumer<Frame>> link = Optional.empty();
  private Optional<Frame.Call> outstanding = Optional.empty();
  private int messages;

  public StationProcess(ChargingStation charger, boolean withTail) {
    this.charger = charger;
    this.withTail = withTail;
  }

  public ChargingStation charger() {
    return charger;
  }

  public boolean linked() {
    return link.isPresent();
  }

  /** A socket is open; frames go out by {@code out}. */
  public void connect(Consumer<Frame> out, boolean boots) {
    link = Optional.of(out);
    outstanding.ifPresent(call -> calls.addFirst(call.payload()));
    outstanding = Optional.empty();
    calls.removeIf(call -> !(call instanceof StartTransaction || call instanceof StopTransaction));
    calls.addFirst(status());
    if (boots) {
      calls.addFirst(boot());
    }
    send();
  }

  public void disconnect() {
    link = Optional.empty();
  }

  /** A vehicle comes and charges at once. */
  public void plug(Vehicle vehicle, Instant now) {
    charger.connector(1).plug(vehicle);
    begin(now);
  }

  private void begin(Instant now) {
    charger.begin(1);
    say(status());
    say(new StartTransaction.Req(1, "tag", energy(), OptionalInt.empty(), now));
  }

  public void unplug(Instant now) {
    stop(now, "EVDisconnected");
    charger.unplug(1);
    say(status());
  }

  private void stop(Instant now, String reason) {
    charger
        .connector(1)
        .transaction()
        .flatMap(transaction -> transaction.id())
        .ifPresent(
            id ->
                say(
                    new StopTransaction.Req(
                        Optional.of("tag"),
                        energy(),
                        now,
                        Integer.parseInt(id),
                        Optional.of(reason),
                        Optional.empty())));
  }

  /** Power is lost; the vehicle stays, and charges again under a new transaction. */
  public void reboot(Instant now) {
    stop(now, "PowerLoss");
    charger.reboot();
    disconnect();
  }

  /** Whether a vehicle is there without a transaction, as after a reboot. */
  public void goOn(Instant now) {
    Connector connector = charger.connector(1);
    if (connector.vehicle().isPresent() && connector.transaction().isEmpty()) {
      begin(now);
    }
  }

  /** What its meter says, while a transaction runs that has its name. */
  public void sample(Instant now) {
    charger
        .connector(1)
        .transaction()
        .flatMap(transaction -> transaction.id())
        .filter(_ -> link.isPresent())
        .ifPresent(id -> say(values(Integer.parseInt(id), now)));
  }

  private MeterValues.Req values(int id, Instant now) {
    String amps = String.format(Locale.ROOT, "%.3f", charger.connector(1).drawMilliamps() / 1000.0);
    SampledValue current =
        new SampledValue(
            amps,
            Optional.empty(),
            Optional.empty(),
            Optional.of("Current.Import"),
            Optional.of("L1"),
            Optional.empty(),
            Optional.of("A"));
    return new MeterValues.Req(
        1, OptionalInt.of(id), List.of(new MeterValue(now, List.of(current))));
  }

  private int energy() {
    return Math.toIntExact(charger.connector(1).energyWattHours());
  }

  private void say(Request call) {
    calls.add(call);
    send();
  }

  private void send() {
    if (link.isEmpty() || outstanding.isPresent() || calls.isEmpty()) {
      return;
    }
    Frame.Call call = new Frame.Call("s" + messages++, calls.remove());
    outstanding = Optional.of(call);
    link.get().accept(call);
  }

  /** A frame of the gateway has come. */
  public void hear(Frame frame) {
    switch (frame) {
      case Frame.Call(String id, Request request) -> answer(id, request);
      case Frame.CallResult(String id, Response answer) -> answered(id, Optional.of(answer));
      case Frame.CallError error -> answered(error.messageId(), Optional.empty());
    }
  }

  private void answered(String id, Optional<Response> answer) {
    if (!outstanding.map(Frame.Call::messageId).equals(Optional.of(id))) {
      return;
    }
    outstanding = Optional.empty();
    if (answer.isPresent() && answer.get() instanceof StartTransaction.Conf started) {
      charger.name(1, Integer.toString(started.transactionId()));
    }
    send();
  }

  private void answer(String id, Request request) {
    Optional<Response> answer = obey(request);
    Frame frame =
        answer.isPresent()
            ? new Frame.CallResult(id, answer.get())
            : new Frame.CallError(id, ErrorCode.NOT_SUPPORTED, "not known");
    link.ifPresent(out -> out.accept(frame));
  }

  private Optional<Response> obey(Request request) {
    return switch (request) {
      case GetConfiguration.Req get -> Optional.of(read(get.key().orElse(List.of())));
      case ChangeConfiguration.Req _ ->
          Optional.of(new ChangeConfiguration.Conf(ConfigurationStatus.Accepted));
      case SetChargingProfile.Req set ->
          Optional.of(
              new SetChargingProfile.Conf(
                  switch (charger.install(set.connectorId(), Words16.profile(set, withTail))) {
                    case Installation.Accepted _ -> ChargingProfileStatus.Accepted;
                    case Installation.Rejected _ -> ChargingProfileStatus.Rejected;
                  }));
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

  private static GetConfiguration.Conf read(List<String> asked) {
    return new GetConfiguration.Conf(
        Optional.of(
            asked.stream()
                .filter(KEYS::containsKey)
                .map(key -> new KeyValue(key, true, Optional.ofNullable(KEYS.get(key))))
                .toList()),
        Optional.of(asked.stream().filter(key -> !KEYS.containsKey(key)).toList()));
  }

  private BootNotification.Req boot() {
    return new BootNotification.Req(
        "Headroom",
        "World",
        Optional.empty(),
        Optional.empty(),
        Optional.of("1"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private StatusNotification.Req status() {
    ChargePointStatus status =
        switch (charger.connector(1).status()) {
          case AVAILABLE -> ChargePointStatus.Available;
          case PREPARING -> ChargePointStatus.Preparing;
          case CHARGING -> ChargePointStatus.Charging;
          case SUSPENDED_EVSE -> ChargePointStatus.SuspendedEVSE;
          case SUSPENDED_EV -> ChargePointStatus.SuspendedEV;
          case FINISHING -> ChargePointStatus.Finishing;
        };
    return new StatusNotification.Req(
        1,
        "NoError",
        Optional.empty(),
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
