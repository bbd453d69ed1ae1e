package dev.headroom.gateway.core.ocpp16;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A transaction has ended, {@code meterStop} in Wh; OCPP 1.6 §4.10. */
public sealed interface StopTransaction {

  record Req(
      Optional<String> idTag,
      int meterStop,
      Instant timestamp,
      int transactionId,
      Optional<String> reason,
      Optional<List<MeterValue>> transactionData)
      implements StopTransaction, FromStation {
    public Req {
      transactionData = transactionData.map(List::copyOf);
    }

    @Override
    public Action action() {
      return Action.STOP_TRANSACTION;
    }
  }

  record Conf(Optional<IdTagInfo> idTagInfo) implements StopTransaction, Answer {}
}
