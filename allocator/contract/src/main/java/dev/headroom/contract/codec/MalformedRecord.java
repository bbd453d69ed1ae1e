package dev.headroom.contract.codec;

import org.apache.kafka.common.errors.SerializationException;

/** The bytes are no value of this topic: something is absent, nonsense or not even parseable. */
public final class MalformedRecord extends SerializationException {

  public MalformedRecord(String message) {
    super(message);
  }

  public MalformedRecord(String message, Throwable cause) {
    super(message, cause);
  }
}
