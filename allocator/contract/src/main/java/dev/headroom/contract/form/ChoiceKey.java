package dev.headroom.contract.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One of an enum's constants, written small and with dashes. */
public record ChoiceKey<E extends Enum<E>>(String name, String says, Class<E> type, E otherwise)
    implements Key {

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public String example() {
    return notation(otherwise);
  }

  List<String> notations() {
    return Arrays.stream(type.getEnumConstants()).map(ChoiceKey::notation).toList();
  }

  Optional<E> parse(String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> notation(constant).equals(text))
        .findFirst();
  }

  private static String notation(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ArrayNode values = schema.putArray("enum");
    notations().forEach(values::add);
    return schema.put("default", example());
  }
}
