package dev.headroom.simulator.ocpp.v201;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * A variable of the device model and its actual value.
 *
 * @param writable what the central system may set it to; empty if it may not
 * @param maximum the characteristic {@code maxLimit}
 */
record Variable(
    Key key, String type, String value, Optional<Predicate<String>> writable, OptionalInt maximum) {

  /**
   * Where it is.
   *
   * @param evse of the component; 0 for none
   * @param instance of the variable; empty for none
   */
  record Key(String component, int evse, String name, String instance) {

    /** Names mean the same in any case (OCPP 2.0.1 part 2, 2.35). */
    boolean is(Key other) {
      return isComponent(other)
          && name.equalsIgnoreCase(other.name)
          && instance.equalsIgnoreCase(other.instance);
    }

    boolean isComponent(Key other) {
      return component.equalsIgnoreCase(other.component) && evse == other.evse;
    }
  }

  Variable with(String changed) {
    return new Variable(key, type, changed, writable, maximum);
  }
}
