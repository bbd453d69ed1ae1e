package dev.headroom.allocator.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/**
 * An event as it goes out, made once for all who get it; only the id differs, and goes before it.
 *
 * @param name of the event
 * @param json its data; empty for a sign of life
 * @param frame for {@code text/event-stream}; never to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copies are what it saves
record EncodedEvent(String name, Optional<String> json, byte[] frame) {

  static final EncodedEvent ALIVE =
      new EncodedEvent("alive", Optional.empty(), ":alive\n\n".getBytes(UTF_8));

  static EncodedEvent of(String name, String json) {
    String frame = "event:" + name + "\ndata:" + json + "\n\n";
    return new EncodedEvent(name, Optional.of(json), frame.getBytes(UTF_8));
  }

  /** The line before the frame. */
  static byte[] idLine(String id) {
    return ("id:" + id + "\n").getBytes(UTF_8);
  }

  /** As a JSON object, {@code {"event","id","data"}}; ids hold nothing that JSON escapes. */
  String message(Optional<String> id) {
    StringBuilder message = new StringBuilder(json.map(String::length).orElse(0) + 128);
    message.append("{\"event\":\"").append(name).append('"');
    id.ifPresent(it -> message.append(",\"id\":\"").append(it).append('"'));
    json.ifPresent(it -> message.append(",\"data\":").append(it));
    return message.append('}').toString();
  }
}
