package dev.headroom.cli.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Optional;

/** What the stream says. */
sealed interface Message {

  JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The sites whose limits follow. */
  record Snapshot(List<String> sites) implements Message {}

  /** All sites there are; what changed since the stream broke follows. */
  record Resumed(List<String> sites) implements Message {}

  /** A site's limits. */
  record Limits(SiteLimits limits) implements Message {}

  /** News of an EVSE. */
  record Evse(SiteLimits.EvseReport report) implements Message {}

  /** A site is no more. */
  record Removed(String site) implements Message {}

  /**
   * The message in an event; empty if it is of a kind we do not know.
   *
   * @throws IllegalArgumentException if it is of a kind we know and not readable
   */
  static Optional<Message> of(SseEvent event) {
    try {
      return switch (event.name()) {
        case "snapshot" -> Optional.of(JSON.readValue(event.data(), Snapshot.class));
        case "resumed" -> Optional.of(JSON.readValue(event.data(), Resumed.class));
        case "limits" -> Optional.of(new Limits(JSON.readValue(event.data(), SiteLimits.class)));
        case "evse" ->
            Optional.of(new Evse(JSON.readValue(event.data(), SiteLimits.EvseReport.class)));
        case "removed" -> Optional.of(JSON.readValue(event.data(), Removed.class));
        default -> Optional.empty();
      };
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "an event '%s' that is not readable: %s".formatted(event.name(), e.getOriginalMessage()),
          e);
    }
  }
}
