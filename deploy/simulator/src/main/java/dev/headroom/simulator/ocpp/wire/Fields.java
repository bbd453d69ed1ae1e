package dev.headroom.simulator.ocpp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;

/** A request's fields; one that is wrong is an {@link IllegalArgumentException} that names it. */
public final class Fields {

  private Fields() {}

  public static int integer(JsonNode json, String name) {
    return integerIfAny(json, name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  public static OptionalInt integerIfAny(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode()) {
      return OptionalInt.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw new IllegalArgumentException(name + " is a whole number");
    }
    return OptionalInt.of(value.intValue());
  }

  public static String text(JsonNode json, String name) {
    return textIfAny(json, name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  public static Optional<String> textIfAny(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException(name + " is text");
    }
    return Optional.of(value.textValue());
  }

  public static Optional<Instant> instantIfAny(JsonNode json, String name) {
    try {
      return textIfAny(json, name).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(name + " is a time with its offset", e);
    }
  }
}
