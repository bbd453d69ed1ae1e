package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.ocpp16.ChangeConfiguration;
import dev.headroom.gateway.core.ocpp16.ChargingProfileStatus;
import dev.headroom.gateway.core.ocpp16.ConfigurationStatus;
import dev.headroom.gateway.core.ocpp16.GetConfiguration;
import dev.headroom.gateway.core.ocpp16.KeyValue;
import dev.headroom.gateway.core.ocpp16.SetChargingProfile;
import dev.headroom.gateway.core.ocpp16.TriggerMessage;
import dev.headroom.gateway.core.ocpp16.TriggerMessageStatus;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.Response;
import java.util.List;
import java.util.Optional;

/** A charger's plain yes and no to our calls. */
final class Answers {

  private Answers() {}

  static Frame.CallResult acceptance(Frame.Call call) {
    return answer(call, true);
  }

  static Frame.CallResult refusal(Frame.Call call) {
    return answer(call, false);
  }

  private static Frame.CallResult answer(Frame.Call call, boolean yes) {
    Response response =
        switch (call.payload()) {
          case GetConfiguration.Req get ->
              new GetConfiguration.Conf(
                  yes
                      ? Optional.of(
                          List.of(
                              new KeyValue("ChargingScheduleMaxPeriods", true, Optional.of("3"))))
                      : Optional.empty(),
                  Optional.empty());
          case ChangeConfiguration.Req change ->
              new ChangeConfiguration.Conf(
                  yes ? ConfigurationStatus.Accepted : ConfigurationStatus.Rejected);
          case SetChargingProfile.Req set ->
              new SetChargingProfile.Conf(
                  yes ? ChargingProfileStatus.Accepted : ChargingProfileStatus.Rejected);
          case TriggerMessage.Req trigger ->
              new TriggerMessage.Conf(
                  yes ? TriggerMessageStatus.Accepted : TriggerMessageStatus.Rejected);
          default -> throw new AssertionError("nobody should ask for " + call.payload());
        };
    return new Frame.CallResult(call.messageId(), response);
  }
}
