package dev.headroom.gateway.core.ocpp16;

import dev.headroom.gateway.core.rpc.Longest;
import java.time.Instant;
import java.util.OptionalInt;

/** A transaction has started, {@code meterStart} in Wh; OCPP 1.6 §4.8. */
public sealed interface StartTransaction {

  record Req(
      int connectorId, String idTag, int meterStart, OptionalInt reservationId, Instant timestamp)
      implements StartTransaction, FromStation {
    public Req {
      idTag = Longest.name(idTag);
    }

    @Override
    public Action action() {
      return Action.START_TRANSACTION;
    }
  }

  record Conf(IdTagInfo idTagInfo, int transactionId) implements StartTransaction, Answer {}
}
