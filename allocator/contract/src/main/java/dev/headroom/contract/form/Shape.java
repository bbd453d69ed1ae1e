package dev.headroom.contract.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The keys of a mapping, in the order they are best written; no others are known.
 *
 * @param rules what ties several keys together, as further members of the schema
 */
public record Shape(List<Key> keys, ObjectNode rules) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public Shape {
    keys = List.copyOf(keys);
  }

  /** Keys that nothing ties together. */
  public static Shape of(Key... keys) {
    return new Shape(List.of(keys), JsonNodeFactory.instance.objectNode());
  }

  /** The same keys with rules, written as a JSON object. */
  public Shape with(String json) {
    try {
      return new Shape(keys, (ObjectNode) JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("rules that are no JSON: " + json, e);
    }
  }

  List<String> names() {
    return keys.stream().map(Key::name).toList();
  }

  /** The mapping's schema, each key with its description. */
  public ObjectNode schema() {
    ObjectNode schema = Key.ofType("object");
    ObjectNode properties = schema.putObject("properties");
    for (Key key : keys) {
      properties.set(key.name(), key.schema().put("description", key.says()));
    }
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    keys.stream().filter(Key::required).map(Key::name).forEach(required::add);
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    schema.put("additionalProperties", false);
    schema.setAll(rules);
    return schema;
  }
}
