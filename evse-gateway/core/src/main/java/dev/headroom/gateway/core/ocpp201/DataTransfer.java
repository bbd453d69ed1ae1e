package dev.headroom.gateway.core.ocpp201;

import java.util.Optional;

/** A vendor's own message; OCPP 2.0.1 P02. */
public sealed interface DataTransfer {

  record Req(String vendorId, Optional<String> messageId, Optional<Object> data)
      implements DataTransfer, FromStation {
    @Override
    public Action action() {
      return Action.DATA_TRANSFER;
    }
  }

  record Res(DataTransferStatus status) implements DataTransfer, Answer {}
}
