package dev.headroom.contract.codec;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Value of {@code headroom.dead-letters}. */
record DeadLetterJson(
    String topic,
    int partition,
    long offset,
    Optional<String> key,
    Optional<String> valueBase64,
    String reason,
    String reportedBy,
    Instant at) {

  static DeadLetterJson of(DeadLetter letter) {
    return new DeadLetterJson(
        letter.topic(),
        letter.partition(),
        letter.offset(),
        letter.key(),
        letter.valueBase64(),
        letter.reason(),
        letter.reportedBy(),
        letter.at());
  }

  DeadLetter deadLetter() {
    if (partition < 0 || offset < 0) {
      throw new IllegalArgumentException("partitions and offsets start at 0");
    }
    var _ = valueBase64.map(Base64.getDecoder()::decode);
    return new DeadLetter(topic, partition, offset, key, valueBase64, reason, reportedBy, at);
  }
}
