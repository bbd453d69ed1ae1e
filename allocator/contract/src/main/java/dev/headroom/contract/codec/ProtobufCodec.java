package dev.headroom.contract.codec;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.function.Function;

/**
 * A codec of a Protobuf message. Whatever {@code fromWire} refuses with an {@link
 * IllegalArgumentException} is malformed; what could not be read back is not written.
 */
record ProtobufCodec<T, M extends MessageLite>(
    String name, Parser<M> parser, Function<T, M> toWire, Function<M, T> fromWire)
    implements Codec<T> {

  @Override
  public byte[] encode(T value) {
    try {
      M message = toWire.apply(value);
      var _ = fromWire.apply(message);
      return message.toByteArray();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  @Override
  public T decode(byte[] bytes) {
    try {
      return fromWire.apply(parser.parseFrom(bytes));
    } catch (InvalidProtocolBufferException | IllegalArgumentException | ArithmeticException e) {
      throw new MalformedRecord(name + ": " + e.getMessage(), e);
    }
  }
}
