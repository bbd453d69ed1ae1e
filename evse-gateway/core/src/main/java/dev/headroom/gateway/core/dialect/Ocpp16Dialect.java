package dev.headroom.gateway.core.dialect;

import dev.headroom.gateway.core.ocpp16.ChangeConfiguration;
import dev.headroom.gateway.core.ocpp16.ChargingProfileStatus;
import dev.headroom.gateway.core.ocpp16.ClearChargingProfile;
import dev.headroom.gateway.core.ocpp16.FromStation;
import dev.headroom.gateway.core.ocpp16.GetCompositeSchedule;
import dev.headroom.gateway.core.ocpp16.GetCompositeScheduleStatus;
import dev.headroom.gateway.core.ocpp16.GetConfiguration;
import dev.headroom.gateway.core.ocpp16.KeyValue;
import dev.headroom.gateway.core.ocpp16.MessageTrigger;
import dev.headroom.gateway.core.ocpp16.SetChargingProfile;
import dev.headroom.gateway.core.ocpp16.ToStation;
import dev.headroom.gateway.core.ocpp16.TriggerMessage;
import dev.headroom.gateway.core.ocpp16.TriggerMessageStatus;
import dev.headroom.gateway.core.ocpp16.Unoffered;
import dev.headroom.gateway.core.profile.Capabilities;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.profile.RateUnit;
import dev.headroom.gateway.core.rpc.Action;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.rpc.Request;
import dev.headroom.gateway.core.rpc.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** OCPP 1.6: an EVSE is a connector, and transactions have numbers that we choose. */
public final class Ocpp16Dialect implements Dialect {

  private static final String STACK_LEVEL = "ChargeProfileMaxStackLevel";
  private static final String UNIT = "ChargingScheduleAllowedChargingRateUnit";
  private static final String PERIODS = "ChargingScheduleMaxPeriods";
  private static final String PROFILES = "MaxChargingProfilesInstalled";

  /** Of the security extension; may be written and never read. */
  private static final String PASSWORD = "AuthorizationKey";

  Ocpp16Dialect() {}

  @Override
  public OcppVersion version() {
    return OcppVersion.OCPP_1_6;
  }

  @Override
  public Optional<Action> action(String wireName) {
    return dev.headroom.gateway.core.ocpp16.Action.named(wireName).map(action -> action);
  }

  @Override
  public boolean recognises(String wireName) {
    return Unoffered.has(wireName);
  }

  @Override
  public Response answer(Request request, Listener listener, Instant now) {
    return Ocpp16Reception.answer((FromStation) request, listener, now);
  }

  @Override
  public ToStation request(Errand errand) {
    return switch (errand) {
      case Errand.Identify identify ->
          new TriggerMessage.Req(MessageTrigger.BootNotification, OptionalInt.empty());
      case Errand.ReadCapabilities read ->
          new GetConfiguration.Req(Optional.of(List.of(STACK_LEVEL, UNIT, PERIODS, PROFILES)));
      case Errand.ListProfiles list ->
          throw new IllegalStateException("OCPP 1.6 cannot list profiles");
      case Errand.InstallMaximum(Profile profile) -> set(profile);
      case Errand.InstallBase base -> set(base.profile());
      case Errand.Push push -> set(push.profile());
      case Errand.Clear(int profileId) ->
          new ClearChargingProfile.Req(
              OptionalInt.of(profileId),
              OptionalInt.empty(),
              Optional.empty(),
              OptionalInt.empty());
      case Errand.Configure configure ->
          new ChangeConfiguration.Req(configure.key(), configure.value());
      case Errand.AskSchedule(int evseId, Duration ahead, RateUnit unit) ->
          new GetCompositeSchedule.Req(
              evseId, (int) ahead.toSeconds(), Optional.of(Ocpp16Profile.unit(unit)));
      case Errand.Rekey(Secret password) -> new ChangeConfiguration.Req(PASSWORD, password.text());
    };
  }

  @Override
  public Outcome outcome(Errand errand, Response response) {
    return switch (response) {
      case GetConfiguration.Conf conf when errand instanceof Errand.ReadCapabilities ->
          new Outcome.Learned(capabilities(conf));
      case ChangeConfiguration.Conf conf
          when errand instanceof Errand.Configure || errand instanceof Errand.Rekey ->
          switch (conf.status()) {
            case Accepted -> new Outcome.Done();
            case RebootRequired -> new Outcome.NeedsReboot();
            case Rejected, NotSupported -> new Outcome.Refused();
          };
      case SetChargingProfile.Conf conf when request(errand) instanceof SetChargingProfile.Req ->
          conf.status() == ChargingProfileStatus.Accepted
              ? new Outcome.Done()
              : new Outcome.Refused();
      case GetCompositeSchedule.Conf conf when errand instanceof Errand.AskSchedule asked ->
          conf.status() == GetCompositeScheduleStatus.Accepted
              ? conf.chargingSchedule()
                  .map(told -> ToldSchedules.of(asked, told, conf.scheduleStart()))
                  .orElse(new Outcome.Failed())
              : new Outcome.Refused();
      case ClearChargingProfile.Conf conf when errand instanceof Errand.Clear -> new Outcome.Done();
      case TriggerMessage.Conf conf when errand instanceof Errand.Identify ->
          conf.status() == TriggerMessageStatus.Accepted
              ? new Outcome.Done()
              : new Outcome.Refused();
      default -> new Outcome.Failed();
    };
  }

  @Override
  public boolean listsProfiles() {
    return false;
  }

  @Override
  public void forgetList() {}

  @Override
  public List<Errand.Configure> meterSettings(Duration period) {
    return List.of(
        configure("MeterValueSampleInterval", Long.toString(Math.max(1, period.toSeconds()))),
        new Errand.Configure("MeterValuesSampledData", Measurands.WANTED, Measurands.FEWER),
        configure("ClockAlignedDataInterval", "0"));
  }

  @Override
  public boolean knows(String transactionId) {
    return transactionId.matches("\\d{1,9}|1\\d{9}|20\\d{8}|21[0-3]\\d{7}");
  }

  /** What the answer says, and the worst of what it does not say (OCPP 1.6 §9.3). */
  static Capabilities capabilities(GetConfiguration.Conf answer) {
    List<KeyValue> keys = answer.configurationKey().orElse(List.of());
    return Capabilities.said(
        value(keys, STACK_LEVEL), value(keys, UNIT), value(keys, PERIODS), value(keys, PROFILES));
  }

  private static Optional<String> value(List<KeyValue> keys, String key) {
    return keys.stream()
        .filter(entry -> entry.key().equalsIgnoreCase(key))
        .findFirst()
        .flatMap(KeyValue::value);
  }

  private static Errand.Configure configure(String key, String value) {
    return new Errand.Configure(key, value, List.of());
  }

  private static SetChargingProfile.Req set(Profile profile) {
    return new SetChargingProfile.Req(profile.evseId(), Ocpp16Profile.of(profile));
  }
}
