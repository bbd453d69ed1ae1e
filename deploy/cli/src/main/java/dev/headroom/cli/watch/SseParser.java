package dev.headroom.cli.watch;

import java.util.Optional;

/** Lines of a {@code text/event-stream} to events (HTML standard, section 9.2.6). */
final class SseParser {

  private final StringBuilder data = new StringBuilder();
  private String name = "message";
  private String id = "";
  private String lastId = "";

  /** The event that this line ends, if it ends one. */
  Optional<SseEvent> line(String line) {
    if (line.isEmpty()) {
      return dispatch();
    }
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1);
    take(field, value.startsWith(" ") ? value.substring(1) : value);
    return Optional.empty();
  }

  private void take(String field, String value) {
    switch (field) {
      case "event" -> name = value;
      case "id" -> id = value;
      case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
      default -> {
        // A comment, which says that the stream is alive, or a field that is not for us.
      }
    }
  }

  /** Where the stream has got to; empty if it never said. An id may come without an event. */
  String lastId() {
    return lastId;
  }

  private Optional<SseEvent> dispatch() {
    lastId = id;
    Optional<SseEvent> event =
        data.isEmpty() ? Optional.empty() : Optional.of(new SseEvent(id, name, data.toString()));
    data.setLength(0);
    name = "message";
    return event;
  }
}
