package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** Asks for a message of the station's own; OCPP 2.0.1 F06. */
public sealed interface TriggerMessage {

  record Req(MessageTrigger requestedMessage, Optional<EVSE> evse)
      implements TriggerMessage, ToStation {
    @Override
    public Action action() {
      return Action.TRIGGER_MESSAGE;
    }
  }

  record Res(TriggerMessageStatus status, Optional<StatusInfo> statusInfo)
      implements TriggerMessage, Answer {}
}
