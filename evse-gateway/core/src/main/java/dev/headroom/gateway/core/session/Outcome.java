package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.ocpp16.ChargingProfileStatus;
import dev.headroom.gateway.core.ocpp16.Response;
import dev.headroom.gateway.core.ocpp16.SetChargingProfile;

/** How a call ended. */
sealed interface Outcome {

  record Answered(Response response) implements Outcome {}

  /** A CALLERROR, or an answer that cannot be read: the charger did not do it. */
  record Failed() implements Outcome {}

  /** No answer in time: the charger may have done it or not. */
  record Unanswered() implements Outcome {}

  /** Whether a charging profile was accepted. */
  default boolean profileAccepted() {
    return this instanceof Answered(SetChargingProfile.Conf conf)
        && conf.status() == ChargingProfileStatus.Accepted;
  }
}
