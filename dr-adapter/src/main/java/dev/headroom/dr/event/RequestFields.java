package dev.headroom.dr.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the fields of a request and gathers what is wrong instead of stopping at the first. */
final class RequestFields {

  private final ObjectNode node;
  private final List<Fault> faults = new ArrayList<>();

  RequestFields(ObjectNode node) {
    this.node = node;
  }

  List<Fault> faults() {
    return faults;
  }

  void refuse(String field, String message) {
    faults.add(new Fault(field, message));
  }

  void refuseOthersThan(Set<String> known) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                refuse(name, "is not a field of an event; there are " + String.join(", ", known));
              }
            });
  }

  boolean has(String field) {
    return node.has(field);
  }

  Optional<JsonNode> array(String field) {
    return typed(field, "an array", JsonNode::isArray, Function.identity());
  }

  Optional<String> text(String field) {
    return typed(field, "a string", JsonNode::isTextual, JsonNode::asText);
  }

  Optional<Boolean> flag(String field) {
    return typed(field, "true or false", JsonNode::isBoolean, JsonNode::asBoolean);
  }

  Optional<BigDecimal> number(String field) {
    return typed(field, "a number", JsonNode::isNumber, JsonNode::decimalValue);
  }

  /** A text with a meaning; {@code form} says what it looks like. */
  <T> Optional<T> parsed(String field, String form, Function<String, T> parser) {
    return text(field)
        .flatMap(
            text -> {
              try {
                return Optional.of(parser.apply(text));
              } catch (DateTimeException | ArithmeticException wrong) {
                refuse(field, "must be " + form + ", not '" + text + "'");
                return Optional.empty();
              }
            });
  }

  private <T> Optional<T> typed(
      String field, String what, Function<JsonNode, Boolean> fits, Function<JsonNode, T> value) {
    Optional<JsonNode> found = node.optional(field);
    if (found.isPresent() && !fits.apply(found.get())) {
      refuse(field, "must be " + what);
      return Optional.empty();
    }
    return found.map(value);
  }
}
