package dev.headroom.gateway.ocppj;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which fields a payload must and may have, as its record declares them: what is not {@link
 * Optional} must be there. Jackson alone would read what is absent as null or 0.
 */
final class Shape {

  /** OCPP 2.0.1 lets vendors add what they like under this name, anywhere. */
  private static final String CUSTOM = "customData";

  private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();

  private record Field(String name, boolean required, Class<?> type) {}

  /** What a look at a payload found. */
  record Finding(Optional<String> missing, int unknown) {
    static final Finding NOTHING = new Finding(Optional.empty(), 0);

    Finding and(Finding other) {
      return new Finding(missing.or(other::missing), unknown + other.unknown);
    }
  }

  private final Map<String, Field> fields;

  private Shape(Class<?> type) {
    this.fields =
        Arrays.stream(type.getRecordComponents())
            .map(Shape::field)
            .collect(Collectors.toUnmodifiableMap(Field::name, Function.identity()));
  }

  static Shape of(Class<?> payload) {
    return KNOWN.computeIfAbsent(payload, Shape::new);
  }

  Finding look(JsonNode object) {
    Finding finding = Finding.NOTHING;
    for (Field field : fields.values()) {
      JsonNode value = object.path(field.name);
      if (!value.isMissingNode() && !value.isNull()) {
        finding = finding.and(lookInto(field.type, value));
      } else if (field.required) {
        finding = finding.and(new Finding(Optional.of(field.name), 0));
      }
    }
    return finding.and(new Finding(Optional.empty(), unknown(object)));
  }

  private static Finding lookInto(Class<?> type, JsonNode value) {
    if (!type.isRecord()) {
      return Finding.NOTHING;
    }
    if (value.isObject()) {
      return of(type).look(value);
    }
    Finding finding = Finding.NOTHING;
    for (JsonNode element : value.isArray() ? value : List.<JsonNode>of()) {
      finding = finding.and(lookInto(type, element));
    }
    return finding;
  }

  private int unknown(JsonNode object) {
    int unknown = 0;
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!fields.containsKey(name) && !name.equals(CUSTOM)) {
        unknown++;
      }
    }
    return unknown;
  }

  private static Field field(RecordComponent component) {
    Class<?> raw = component.getType();
    boolean required = raw != Optional.class && raw != OptionalInt.class;
    return new Field(component.getName(), required, innermost(component.getGenericType()));
  }

  /** The record inside optionals and lists. */
  private static Class<?> innermost(Type type) {
    return switch (type) {
      case ParameterizedType wrapped -> innermost(wrapped.getActualTypeArguments()[0]);
      case Class<?> plain -> plain;
      default -> Object.class;
    };
  }
}
