package dev.headroom.core.electrical;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * One whole number for each of some phases; the unit is named by whoever holds it. A phase that is
 * not there is unknown, never zero: asking for it is an error.
 */
public record PerPhase(Map<Phase, Integer> values) {

  public PerPhase {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a value per phase needs at least one phase");
    }
    values = Collections.unmodifiableMap(new EnumMap<>(values));
  }

  /** The same value on each of the phases. */
  public static PerPhase same(Collection<Phase> phases, int value) {
    Map<Phase, Integer> values = new EnumMap<>(Phase.class);
    phases.forEach(phase -> values.put(phase, value));
    return new PerPhase(values);
  }

  public Set<Phase> phases() {
    return values.keySet();
  }

  /**
   * The value on this phase.
   *
   * @throws IllegalArgumentException if the phase is unknown here
   */
  public int on(Phase phase) {
    Integer value = values.get(phase);
    if (value == null) {
      throw new IllegalArgumentException("nothing is known of " + phase + " in " + values);
    }
    return value;
  }

  public int largest() {
    return Collections.max(values.values());
  }
}
