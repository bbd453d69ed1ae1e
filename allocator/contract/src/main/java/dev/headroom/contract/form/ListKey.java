package dev.headroom.contract.form;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A list of mappings, which must be there. */
public record ListKey(String name, String example, String says, Shape each) implements Key {

  @Override
  public boolean required() {
    return true;
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = Key.ofType("array");
    schema.set("items", each.schema());
    return schema;
  }
}
