package dev.headroom.contract.form;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A mapping of keys of its own. */
public record MappingKey(String name, boolean required, String example, String says, Shape shape)
    implements Key {

  @Override
  public ObjectNode schema() {
    return shape.schema();
  }
}
