package dev.headroom.core.share;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A mapping of a scenario file; whoever misspells a key is told. */
final class Fields {

  private final String where;
  private final Map<String, Object> values;

  private Fields(String where, Map<String, Object> values) {
    this.where = where;
    this.values = values;
  }

  /** Of a mapping with no keys but these. */
  static Fields of(String where, Object mapping, Set<String> keys) {
    Fields fields = new Fields(where, mapping(mapping));
    fields.values.keySet().stream()
        .filter(it -> !keys.contains(it))
        .forEach(
            it -> {
              throw new IllegalArgumentException(where + " knows no key '" + it + "'");
            });
    return fields;
  }

  /** The entries of a mapping, in the file's order. */
  static Map<String, Object> mapping(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .collect(
              Collectors.toMap(
                  it -> it.getKey().toString(),
                  it -> (Object) it.getValue(),
                  (one, other) -> one,
                  LinkedHashMap::new));
    }
    throw new IllegalArgumentException("not a mapping: " + value);
  }

  Map<String, Object> entries(String key) {
    return get(key).map(Fields::mapping).orElse(Map.of());
  }

  <T> Optional<T> get(String key, Function<Object, T> as) {
    return get(key).map(as);
  }

  Optional<Object> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  String text(String key) {
    return get(key)
        .map(Object::toString)
        .orElseThrow(() -> new IllegalArgumentException(where + " needs '" + key + "'"));
  }

  int whole(String key, int otherwise) {
    return get(key).map(it -> Integer.parseInt(it.toString())).orElse(otherwise);
  }

  boolean flag(String key, boolean otherwise) {
    return get(key).map(it -> Boolean.parseBoolean(it.toString())).orElse(otherwise);
  }

  /** Amperes in the file, milliamperes here; watts and milliwatts alike. */
  int thousandths(String key, double otherwise) {
    return (int) Math.round(get(key).map(Fields::number).orElse(otherwise) * 1000);
  }

  static double number(Object value) {
    return Double.parseDouble(value.toString());
  }

  /** A list's elements, or the one value that stands for a list of one. */
  static List<String> list(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of(value.toString());
  }
}
