package dev.headroom.gateway.core.ocpp16;

import java.util.OptionalInt;

/** Asks for a message of the charge point's own; OCPP 1.6 §5.17. */
public sealed interface TriggerMessage {

  record Req(MessageTrigger requestedMessage, OptionalInt connectorId)
      implements TriggerMessage, ToStation {
    @Override
    public Action action() {
      return Action.TRIGGER_MESSAGE;
    }
  }

  record Conf(TriggerMessageStatus status) implements TriggerMessage, Answer {}
}
