package dev.headroom.gateway.core.ocpp201;

import dev.headroom.gateway.core.rpc.Longest;
import java.util.Optional;
import java.util.OptionalInt;

/** A transaction, as its station names it. */
public record Transaction(
    String transactionId,
    Optional<ChargingState> chargingState,
    OptionalInt timeSpentCharging,
    Optional<String> stoppedReason,
    OptionalInt remoteStartId) {

  public Transaction {
    transactionId = Longest.name(transactionId);
  }
}
