package dev.headroom.ingest.senml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of one record as they were sent, each of its right type (RFC 8428, table 4). */
record SenmlFields(int index, ObjectNode node) {

  private static final Set<String> REGULAR =
      Set.of("n", "u", "v", "vs", "vb", "vd", "s", "t", "ut");
  private static final int LARGEST_EXPONENT = 30;

  /** Refuses fields the sender says must be understood; all other unknown ones are ignored. */
  SenmlFields {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getKey().endsWith("_")) {
        throw MalformedSenml.at(index, "field '" + field.getKey() + "' is not understood");
      }
    }
  }

  /** Whether it measures nothing and only sets base fields for those that follow. */
  boolean isBaseOnly() {
    return node.properties().stream().noneMatch(field -> REGULAR.contains(field.getKey()));
  }

  Optional<String> text(String label) {
    return field(label).map(value -> typed(label, "a string", value.isTextual(), value).asText());
  }

  Optional<Boolean> flag(String label) {
    return field(label)
        .map(value -> typed(label, "true or false", value.isBoolean(), value).asBoolean());
  }

  Optional<BigDecimal> number(String label) {
    return field(label)
        .map(value -> typed(label, "a number", value.isNumber(), value).decimalValue())
        .map(value -> inRange(label, value));
  }

  private Optional<JsonNode> field(String label) {
    return node.optional(label);
  }

  private JsonNode typed(String label, String what, boolean fits, JsonNode value) {
    if (!fits) {
      throw MalformedSenml.at(index, "'" + label + "' must be " + what);
    }
    return value;
  }

  /** Exponents are bounded before any arithmetic: 1e999999999 is eleven bytes and a gigabyte. */
  private BigDecimal inRange(String label, BigDecimal value) {
    if (Math.abs((long) value.scale()) > LARGEST_EXPONENT) {
      throw MalformedSenml.at(index, "'" + label + "' is out of range");
    }
    return value;
  }
}
