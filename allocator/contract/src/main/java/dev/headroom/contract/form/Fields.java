package dev.headroom.contract.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.core.site.Finding;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads one mapping of a document by the keys of its shape. What is wrong becomes a finding and a
 * placeholder is returned, so that one pass finds everything; {@link #built} hands out the result
 * only if nothing was wrong.
 */
public final class Fields {

  private final JsonNode node;
  private final String path;
  private final Shape shape;
  private final List<Finding> findings;
  private final int findingsBefore;

  public Fields(JsonNode node, String path, Shape shape, List<Finding> findings) {
    this.node = node;
    this.path = path;
    this.shape = shape;
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

  /** The same fields, to look ahead: what is found wrong is not told. */
  public Fields quietly() {
    return new Fields(node, path, shape, new ArrayList<>());
  }

  /** Text; empty if it is missing or wrong. */
  public String text(TextKey key) {
    return value(key).map(it -> textOf(key, it, key.longest())).orElse("");
  }

  public Optional<String> textIfAny(TextKey key) {
    return value(key).map(it -> textOf(key, it, key.longest()));
  }

  /** What a text means, by a parser that throws an {@link IllegalArgumentException}. */
  public <T> Optional<T> parsed(Key key, String text, Function<String, T> parser, String remedy) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text));
    } catch (IllegalArgumentException e) {
      error(key, String.valueOf(e.getMessage()), remedy);
      return Optional.empty();
    }
  }

  /** One of an enum's constants. */
  public <E extends Enum<E>> E choice(ChoiceKey<E> key) {
    Optional<String> text = value(key).map(it -> textOf(key, it, TextKey.LONGEST));
    Optional<E> chosen = text.flatMap(key::parse);
    if (chosen.isEmpty() && text.filter(it -> !it.isEmpty()).isPresent()) {
      String choices =
          key.notations().stream()
              .map(notation -> key.name() + ": " + notation)
              .collect(Collectors.joining(" or "));
      error(key, "'" + text.get() + "' is no " + key.name(), "write " + choices);
    }
    return chosen.orElse(key.otherwise());
  }

  public Duration duration(DurationKey key) {
    return value(key)
        .map(it -> textOf(key, it, TextKey.LONGEST))
        .flatMap(it -> parsed(key, it, DurationNotation::parse, "write " + key.howTo()))
        .orElse(key.otherwise());
  }

  public Optional<Boolean> flagIfAny(FlagKey key) {
    Optional<JsonNode> value = value(key);
    if (value.isPresent() && !value.get().isBoolean()) {
      error(key, "must be true or false, found " + shown(value.get()), "write " + key.howTo());
      return Optional.empty();
    }
    return value.map(JsonNode::booleanValue);
  }

  /** A flag that has a value of its own if it is not there. */
  public boolean flag(FlagKey key) {
    return flagIfAny(key).or(key::otherwise).orElse(false);
  }

  public OptionalInt numberIfAny(NumberKey key) {
    Optional<Integer> number = value(key).map(it -> within(key, numberOf(key, it)));
    return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
  }

  /** A number, or what it is if it is not there; 0 if it should be. */
  public int number(NumberKey key) {
    return numberIfAny(key).orElse(key.otherwise().orElse(0));
  }

  /** What was written as a number, whatever its bounds. */
  public int numberOf(NumberKey key, JsonNode value) {
    String remedy = "write " + key.howTo();
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      return wrong(key, "must be a number, found " + shown(value), remedy);
    }
    BigDecimal number = value.decimalValue().stripTrailingZeros();
    if ((long) number.precision() - number.scale() > 6) {
      return wrong(key, shown(value) + " is too large", remedy);
    }
    if (number.scale() > key.digits()) {
      String finest =
          key.digits() == 0 ? "a whole number" : "of at most " + key.digits() + " decimals";
      return wrong(key, "must be " + finest + ", found " + shown(value), remedy);
    }
    return number.movePointRight(key.digits()).intValueExact();
  }

  /** Passes a number that lies within its key's bounds, or says that it does not. */
  public int within(NumberKey key, int value) {
    boolean wrongAlready =
        findings.stream().anyMatch(finding -> finding.path().equals(pathOf(key.name())));
    if (!wrongAlready && (value < key.least() || value > key.most())) {
      error(
          key,
          "must lie from %s to %s, found %s"
              .formatted(key.written(key.least()), key.written(key.most()), key.written(value)),
          "correct the value");
    }
    return value;
  }

  /** A mapping within this one, if it is there. */
  public Optional<Fields> mapping(MappingKey key) {
    return value(key).map(it -> mapping(key, it, key.shape()));
  }

  public Fields mapping(Key key, JsonNode value, Shape its) {
    return new Fields(value, pathOf(key.name()), its, findings);
  }

  /** What each mapping of a list describes; those with findings are left out. */
  public <T> List<T> each(ListKey key, Function<Fields, Optional<T>> description) {
    List<T> all = new ArrayList<>();
    Optional<JsonNode> list = value(key);
    if (list.isPresent() && !list.get().isArray()) {
      error(key, "must be a list, found " + shown(list.get()), "begin each item with '- '");
      return all;
    }
    for (int i = 0; i < list.map(JsonNode::size).orElse(0); i++) {
      String at = pathOf(key.name()) + "[" + i + "]";
      Fields item = new Fields(list.get().get(i), at, key.each(), findings);
      description.apply(item).ifPresent(all::add);
    }
    return all;
  }

  /** The value of a key, if it is there; a finding if it should be. */
  public Optional<JsonNode> value(Key key) {
    if (!shape.names().contains(key.name())) {
      throw new IllegalStateException(path + " has no key " + key.name());
    }
    Optional<JsonNode> value = Optional.ofNullable(node.get(key.name())).filter(it -> !it.isNull());
    if (value.isEmpty() && key.required() && node.isObject()) {
      error(key, "is missing", "add " + key.howTo());
    }
    return value;
  }

  public void error(Key key, String message, String remedy) {
    findings.add(Finding.error(pathOf(key.name()), message, remedy));
  }

  /** The result, if every field was right and no key is left over. */
  public <T> Optional<T> built(Supplier<T> result) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!shape.names().contains(name)) {
                String known = "known are " + String.join(", ", shape.names());
                findings.add(Finding.error(pathOf(name), "is not known here", known));
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

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private int wrong(Key key, String message, String remedy) {
    error(key, message, remedy);
    return 0;
  }

  private String textOf(Key key, JsonNode value, int longest) {
    if (!value.isTextual()) {
      String remedy =
          value.isValueNode()
              ? "put it in quotes: " + key.name() + ": \"" + value.asText() + "\""
              : "write " + key.howTo();
      error(key, "must be text, found " + shown(value), remedy);
      return "";
    }
    if (value.textValue().isBlank() || value.textValue().length() > longest) {
      error(key, "must have 1 to " + longest + " characters", "write " + key.howTo());
      return "";
    }
    return value.textValue();
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
