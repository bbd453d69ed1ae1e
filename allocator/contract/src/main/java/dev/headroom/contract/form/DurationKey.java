package dev.headroom.contract.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** A duration such as {@code 5s}, {@code 500ms} or {@code 10m}. */
public record DurationKey(String name, String says, Duration otherwise) implements Key {

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public String example() {
    return DurationNotation.format(otherwise);
  }

  @Override
  public ObjectNode schema() {
    return Key.ofType("string")
        .put("pattern", "^" + DurationNotation.FORM + "$")
        .put("default", example());
  }
}
