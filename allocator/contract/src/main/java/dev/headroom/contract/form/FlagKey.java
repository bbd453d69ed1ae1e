package dev.headroom.contract.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * True or false.
 *
 * @param otherwise what it is if it is not there; empty if somebody else decides
 */
public record FlagKey(String name, String says, Optional<Boolean> otherwise) implements Key {

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public String example() {
    return "true";
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = Key.ofType("boolean");
    otherwise.ifPresent(value -> schema.put("default", value));
    return schema;
  }
}
