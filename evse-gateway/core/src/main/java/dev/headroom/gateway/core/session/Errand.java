package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.control.Write;
import dev.headroom.gateway.core.ocpp16.ChangeConfiguration;
import dev.headroom.gateway.core.ocpp16.GetConfiguration;
import dev.headroom.gateway.core.ocpp16.MessageTrigger;
import dev.headroom.gateway.core.ocpp16.SetChargingProfile;
import dev.headroom.gateway.core.ocpp16.ToStation;
import dev.headroom.gateway.core.ocpp16.TriggerMessage;
import dev.headroom.gateway.core.profile.Capabilities;
import java.util.Optional;
import java.util.OptionalInt;

/** Why a call is made. */
sealed interface Errand {

  ToStation request();

  /** Ask a station that did not boot what it is. */
  record Identify() implements Errand {
    @Override
    public ToStation request() {
      return new TriggerMessage.Req(MessageTrigger.BootNotification, OptionalInt.empty());
    }
  }

  /** Ask what its smart charging can do. */
  record ReadCapabilities() implements Errand {
    @Override
    public ToStation request() {
      return new GetConfiguration.Req(Optional.of(Capabilities.KEYS));
    }
  }

  /** Install the most the whole station may draw. */
  record InstallMaximum(SetChargingProfile.Req request) implements Errand {}

  /** Install an EVSE's base profile. */
  record InstallBase(int evseId, SetChargingProfile.Req request) implements Errand {}

  /** Set a configuration key; the alternative is tried where the value is refused. */
  record Configure(String key, String value, Optional<String> alternative) implements Errand {
    @Override
    public ToStation request() {
      return new ChangeConfiguration.Req(key, value);
    }
  }

  /** Write a live profile. */
  record Push(int evseId, Write write, SetChargingProfile.Req request) implements Errand {}
}
