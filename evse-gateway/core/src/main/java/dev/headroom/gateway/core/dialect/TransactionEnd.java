package dev.headroom.gateway.core.dialect;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A charger says that a transaction has ended.
 *
 * @param meterStopWattHours the energy register then, if it was said
 * @param timestamp by the charger's clock
 * @param reason the charger's word, 50 characters at most
 */
public record TransactionEnd(
    String id, OptionalLong meterStopWattHours, Instant timestamp, Optional<String> reason) {

  private static final int LONGEST_REASON = 50;

  public TransactionEnd {
    reason = reason.map(text -> PlainText.cut(text, LONGEST_REASON));
  }
}
