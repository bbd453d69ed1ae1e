package dev.headroom.contract.codec;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** A topic's values to bytes and back; safe for use by several threads. */
public interface Codec<T> {

  /**
   * The value's bytes.
   *
   * @throws IllegalArgumentException if the value could not be read back
   */
  byte[] encode(T value);

  /**
   * The value of these bytes.
   *
   * @throws MalformedRecord saying what is absent or wrong
   */
  T decode(byte[] bytes);

  /** For producers; {@code null} stays {@code null}, the tombstone. */
  @SuppressWarnings("NullAway") // Kafka's tombstones are null, in and out
  default Serializer<T> serializer() {
    return (topic, value) -> value == null ? null : encode(value);
  }

  /** For consumers; {@code null} stays {@code null}, the tombstone. */
  @SuppressWarnings("NullAway") // Kafka's tombstones are null, in and out
  default Deserializer<T> deserializer() {
    return (topic, bytes) -> bytes == null ? null : decode(bytes);
  }

  default Serde<T> serde() {
    return Serdes.serdeFrom(serializer(), deserializer());
  }
}
