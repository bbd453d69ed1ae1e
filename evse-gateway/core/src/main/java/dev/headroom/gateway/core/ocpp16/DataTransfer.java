package dev.headroom.gateway.core.ocpp16;

import java.util.Optional;

/** A vendor's own message; OCPP 1.6 §4.3. */
public sealed interface DataTransfer {

  record Req(String vendorId, Optional<String> messageId, Optional<String> data)
      implements DataTransfer, FromStation {
    @Override
    public Action action() {
      return Action.DATA_TRANSFER;
    }
  }

  record Conf(DataTransferStatus status, Optional<String> data) implements DataTransfer, Answer {}
}
