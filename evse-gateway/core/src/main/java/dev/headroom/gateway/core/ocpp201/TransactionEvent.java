package dev.headroom.gateway.core.ocpp201;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A transaction starts, goes on or ends; OCPP 2.0.1 E01 to E13. */
public sealed interface TransactionEvent {

  record Req(
      TransactionEventType eventType,
      Instant timestamp,
      String triggerReason,
      int seqNo,
      Transaction transactionInfo,
      Optional<Boolean> offline,
      OptionalInt numberOfPhasesUsed,
      OptionalInt cableMaxCurrent,
      OptionalInt reservationId,
      Optional<List<MeterValue>> meterValue,
      Optional<EVSE> evse,
      Optional<IdToken> idToken)
      implements TransactionEvent, FromStation {
    public Req {
      meterValue = meterValue.map(List::copyOf);
    }

    @Override
    public Action action() {
      return Action.TRANSACTION_EVENT;
    }
  }

  record Res(Optional<IdTokenInfo> idTokenInfo) implements TransactionEvent, Answer {}
}
