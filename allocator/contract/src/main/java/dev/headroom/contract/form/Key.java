package dev.headroom.contract.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One key of a mapping: by this alone it is read, and its schema written. */
public sealed interface Key
    permits TextKey, NumberKey, FlagKey, ChoiceKey, DurationKey, MappingKey, ListKey, OpenKey {

  String name();

  /** Whether the mapping is wrong without it. */
  boolean required();

  /** A value that is right, as it is written: goes into remedies. */
  String example();

  /** What it means, with its unit. */
  String says();

  /** What its value must look like, in JSON Schema of 2020-12. */
  ObjectNode schema();

  /** A remedy: how to write it. */
  default String howTo() {
    return name() + ": " + example();
  }

  /** An empty schema of a type. */
  static ObjectNode ofType(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }
}
