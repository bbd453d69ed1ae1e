package dev.headroom.gateway.core.dialect;

import dev.headroom.gateway.core.ocpp201.ChargingProfileCriterion;
import dev.headroom.gateway.core.ocpp201.ChargingProfileStatus;
import dev.headroom.gateway.core.ocpp201.ClearChargingProfile;
import dev.headroom.gateway.core.ocpp201.FromStation;
import dev.headroom.gateway.core.ocpp201.GetChargingProfiles;
import dev.headroom.gateway.core.ocpp201.GetCompositeSchedule;
import dev.headroom.gateway.core.ocpp201.GetVariables;
import dev.headroom.gateway.core.ocpp201.MessageTrigger;
import dev.headroom.gateway.core.ocpp201.ReportChargingProfiles;
import dev.headroom.gateway.core.ocpp201.SetChargingProfile;
import dev.headroom.gateway.core.ocpp201.SetVariables;
import dev.headroom.gateway.core.ocpp201.ToStation;
import dev.headroom.gateway.core.ocpp201.TriggerMessage;
import dev.headroom.gateway.core.ocpp201.TriggerMessageStatus;
import dev.headroom.gateway.core.ocpp201.Unoffered;
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

/** OCPP 2.0.1: transactions have the ids that stations give them, and profiles can be listed. */
public final class Ocpp201Dialect implements Dialect {

  private static final int LONGEST_TRANSACTION_ID = 36;

  private final Ocpp201Reception reception = new Ocpp201Reception();

  /** The list of profiles that was asked for last; parts of another say nothing of it (S10). */
  private int list;

  Ocpp201Dialect() {}

  @Override
  public OcppVersion version() {
    return OcppVersion.OCPP_2_0_1;
  }

  @Override
  public Optional<Action> action(String wireName) {
    return dev.headroom.gateway.core.ocpp201.Action.named(wireName).map(action -> action);
  }

  @Override
  public boolean recognises(String wireName) {
    return Unoffered.has(wireName);
  }

  @Override
  public Response answer(Request request, Listener listener, Instant now) {
    if (request instanceof ReportChargingProfiles.Req report && report.requestId() != list) {
      return new ReportChargingProfiles.Res();
    }
    return reception.answer((FromStation) request, listener, now);
  }

  @Override
  public ToStation request(Errand errand) {
    return switch (errand) {
      case Errand.Identify identify ->
          new TriggerMessage.Req(MessageTrigger.BootNotification, Optional.empty());
      case Errand.ReadCapabilities read -> Ocpp201Variables.capabilities();
      case Errand.ListProfiles ask ->
          new GetChargingProfiles.Req(
              ++list,
              OptionalInt.empty(),
              new ChargingProfileCriterion(
                  Optional.empty(), OptionalInt.empty(), Optional.empty()));
      case Errand.InstallMaximum(Profile profile) -> set(profile);
      case Errand.InstallBase base -> set(base.profile());
      case Errand.Push push -> set(push.profile());
      case Errand.Clear(int profileId) -> new ClearChargingProfile.Req(OptionalInt.of(profileId));
      case Errand.Configure configure -> Ocpp201Variables.set(configure);
      case Errand.AskSchedule(int evseId, Duration ahead, RateUnit unit) ->
          new GetCompositeSchedule.Req(
              (int) ahead.toSeconds(), evseId, Optional.of(Ocpp201Profile.unit(unit)));
      case Errand.Rekey(Secret password) -> Ocpp201Variables.password(password);
    };
  }

  @Override
  public Outcome outcome(Errand errand, Response response) {
    return switch (response) {
      case GetVariables.Res res when errand instanceof Errand.ReadCapabilities ->
          new Outcome.Learned(Ocpp201Variables.capabilities(res));
      case GetChargingProfiles.Res res when errand instanceof Errand.ListProfiles ->
          switch (res.status()) {
            case Accepted -> new Outcome.ListFollows();
            case NoProfiles -> new Outcome.Done();
          };
      case SetVariables.Res res
          when errand instanceof Errand.Configure || errand instanceof Errand.Rekey ->
          Ocpp201Variables.outcome(res);
      case SetChargingProfile.Res res when request(errand) instanceof SetChargingProfile.Req ->
          res.status() == ChargingProfileStatus.Accepted
              ? new Outcome.Done()
              : new Outcome.Refused();
      case GetCompositeSchedule.Res res when errand instanceof Errand.AskSchedule asked ->
          res.status().equals("Accepted")
              ? res.schedule()
                  .map(told -> ToldSchedules.of(asked, told))
                  .orElse(new Outcome.Failed())
              : new Outcome.Refused();
      case ClearChargingProfile.Res res when errand instanceof Errand.Clear -> new Outcome.Done();
      case TriggerMessage.Res res when errand instanceof Errand.Identify ->
          res.status() == TriggerMessageStatus.Accepted
              ? new Outcome.Done()
              : new Outcome.Refused();
      default -> new Outcome.Failed();
    };
  }

  @Override
  public boolean listsProfiles() {
    return true;
  }

  @Override
  public void forgetList() {
    list++;
  }

  @Override
  public List<Errand.Configure> meterSettings(Duration period) {
    return Ocpp201Variables.meterSettings(period);
  }

  @Override
  public boolean knows(String transactionId) {
    return !transactionId.isEmpty() && transactionId.length() <= LONGEST_TRANSACTION_ID;
  }

  private static SetChargingProfile.Req set(Profile profile) {
    return new SetChargingProfile.Req(profile.evseId(), Ocpp201Profile.of(profile));
  }
}
