package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads one mapping of a document, field by field. What is wrong becomes a finding and a
 * placeholder is returned, so that one pass finds everything; {@link #built} hands out the result
 * only if nothing was wrong.
 */
final class Fields {

  private static final int LONGEST_TEXT = 200;

  private final JsonNode node;
  private final String path;
  private final List<Finding> findings;
  private final int findingsBefore;
  private final Set<String> known = new LinkedHashSet<>();

  Fields(JsonNode node, String path, List<Finding> findings) {
    this.node = node;
    this.path = path;
    this.findings = findings;
    this.findingsBefore = findings.size();
    if (!node.isObject()) {
      findings.add(
          Finding.error(
              path.isEmpty() ? "document" : path,
              "must be a mapping, found " + shown(node),
              "write keys with values"));
    }
  }

  String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  boolean has(String key) {
    return node.hasNonNull(key);
  }

  /** Required text; the example goes into the remedy. */
  String text(String key, String example) {
    return required(key, example).map(it -> textOf(key, it, example)).orElse("");
  }

  Optional<String> textIfAny(String key, String example) {
    return optional(key).map(it -> textOf(key, it, example));
  }

  /** A required name that is safe in keys and labels. */
  String name(String key, String what) {
    String name = text(key, what + "-1");
    if (!name.isEmpty()) {
      parsed(key, name, it -> Names.check(what, it), "rename it");
    }
    return name;
  }

  /** What the text means, by a parser that throws an {@link IllegalArgumentException}. */
  <T> Optional<T> parsed(String key, String text, Function<String, T> parser, String remedy) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException e) {
      error(key, String.valueOf(e.getMessage()), remedy);
      return Optional.empty();
    }
  }

  boolean flag(String key, boolean otherwise) {
    Optional<JsonNode> value = optional(key);
    if (value.isPresent() && !value.get().isBoolean()) {
      error(key, "must be true or false, found " + shown(value.get()), "write " + key + ": true");
      return otherwise;
    }
    return value.map(JsonNode::booleanValue).orElse(otherwise);
  }

  /** One of an enum's constants, written small and with dashes. */
  <E extends Enum<E>> E choice(String key, String what, Class<E> type, E otherwise) {
    String example = notation(otherwise);
    Optional<String> text = textIfAny(key, example).filter(it -> !it.isEmpty());
    Optional<E> chosen =
        text.flatMap(
            it ->
                Arrays.stream(type.getEnumConstants())
                    .filter(constant -> notation(constant).equals(it))
                    .findFirst());
    if (text.isPresent() && chosen.isEmpty()) {
      String choices =
          Arrays.stream(type.getEnumConstants())
              .map(constant -> key + ": " + notation(constant))
              .collect(Collectors.joining(" or "));
      error(key, "'" + text.get() + "' is no " + what, "write " + choices);
    }
    return chosen.orElse(otherwise);
  }

  private static String notation(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  int whole(String key, int otherwise) {
    return optional(key).map(it -> scaled(key, it, 0, String.valueOf(otherwise))).orElse(otherwise);
  }

  /** Required amperes as whole milliamperes. */
  int milliamps(String key, String example) {
    return required(key, example).map(it -> scaled(key, it, 3, example)).orElse(0);
  }

  int milliampsOr(String key, int otherwise, String example) {
    return optional(key).map(it -> scaled(key, it, 3, example)).orElse(otherwise);
  }

  /** A decimal as a whole number of its last permitted digit: 0.8 with 3 digits is 800. */
  int scaledOr(String key, int digits, int otherwise, String example) {
    return optional(key).map(it -> scaled(key, it, digits, example)).orElse(otherwise);
  }

  int scaled(String key, JsonNode value, int digits, String example) {
    String remedy = "write " + key + ": " + example;
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      error(key, "must be a number, found " + shown(value), remedy);
      return 0;
    }
    BigDecimal number = value.decimalValue().stripTrailingZeros();
    if ((long) number.precision() - number.scale() > 6) {
      error(key, shown(value) + " is too large", remedy);
      return 0;
    }
    if (number.scale() > digits) {
      String finest = digits == 0 ? "a whole number" : "of at most " + digits + " decimals";
      error(key, "must be " + finest + ", found " + shown(value), remedy);
      return 0;
    }
    return number.movePointRight(digits).intValueExact();
  }

  /** Bounds in the unit the value is kept in: milliamperes with 3 digits. */
  void within(String key, int value, int least, int most, int digits) {
    boolean wrongAlready =
        findings.stream().anyMatch(finding -> finding.path().equals(pathOf(key)));
    if (!wrongAlready && (value < least || value > most)) {
      error(
          key,
          "must lie from %s to %s, found %s"
              .formatted(shown(least, digits), shown(most, digits), shown(value, digits)),
          "correct the value");
    }
  }

  /** The value of a key that may be absent. */
  Optional<JsonNode> optional(String key) {
    known.add(key);
    return Optional.ofNullable(node.get(key)).filter(value -> !value.isNull());
  }

  Optional<JsonNode> required(String key, String example) {
    Optional<JsonNode> value = optional(key);
    if (value.isEmpty() && node.isObject()) {
      error(key, "is missing", "add " + key + ": " + example);
    }
    return value;
  }

  /** What each mapping of a required list describes; those with findings are left out. */
  <T> List<T> each(String key, String example, Function<Fields, Optional<T>> description) {
    List<T> all = new ArrayList<>();
    required(key, example)
        .ifPresent(
            list -> {
              if (!list.isArray()) {
                error(key, "must be a list, found " + shown(list), "begin each item with '- '");
                return;
              }
              for (int i = 0; i < list.size(); i++) {
                Fields item = new Fields(list.get(i), pathOf(key) + "[" + i + "]", findings);
                description.apply(item).ifPresent(all::add);
              }
            });
    return all;
  }

  Fields mapping(String key, JsonNode value) {
    return new Fields(value, pathOf(key), findings);
  }

  void error(String key, String message, String remedy) {
    findings.add(Finding.error(pathOf(key), message, remedy));
  }

  /** The result, if every field was right and no key is left over. */
  <T> Optional<T> built(Supplier<T> result) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                error(key, "is not known here", "known are " + String.join(", ", known));
              }
            });
    if (findings.size() > findingsBefore) {
      return Optional.empty();
    }
    try {
      return Optional.of(result.get());
    } catch (IllegalArgumentException e) {
      findings.add(Finding.error(path, String.valueOf(e.getMessage()), "correct the value"));
      return Optional.empty();
    }
  }

  private String textOf(String key, JsonNode value, String example) {
    if (!value.isTextual()) {
      String remedy =
          value.isValueNode()
              ? "put it in quotes: " + key + ": \"" + value.asText() + "\""
              : "write " + key + ": " + example;
      error(key, "must be text, found " + shown(value), remedy);
      return "";
    }
    if (value.textValue().isBlank() || value.textValue().length() > LONGEST_TEXT) {
      error(key, "must have 1 to " + LONGEST_TEXT + " characters", "write " + key + ": " + example);
      return "";
    }
    return value.textValue();
  }

  private static String shown(int value, int digits) {
    return BigDecimal.valueOf(value, digits).stripTrailingZeros().toPlainString();
  }

  private static String shown(JsonNode value) {
    if (value.isObject()) {
      return "a mapping";
    }
    if (value.isArray()) {
      return "a list";
    }
    String text = value.asText();
    return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
  }
}
