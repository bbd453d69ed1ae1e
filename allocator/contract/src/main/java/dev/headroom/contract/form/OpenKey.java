package dev.headroom.contract.form;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A value in a form of its own, which need not be there; whoever declares it reads it. */
public record OpenKey(String name, String example, String says, ObjectNode form) implements Key {

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public ObjectNode schema() {
    return form.deepCopy();
  }
}
