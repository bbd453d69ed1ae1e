package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.contract.form.Fields;
import dev.headroom.contract.form.Key;
import dev.headroom.contract.form.NumberKey;
import dev.headroom.contract.form.Shape;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.site.BaseRises;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Meter;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A circuit, as written under {@code spec.circuits}. */
final class CircuitBinder {

  private CircuitBinder() {}

  static Optional<Circuit> circuit(Fields fields, SupplySystem supply) {
    String name = SiteBinder.name(fields, CircuitKeys.NAME, "circuit");
    Optional<String> parent = fields.textIfAny(CircuitKeys.PARENT);
    int breaker = fields.number(CircuitKeys.BREAKER);
    int factor = fields.number(CircuitKeys.FACTOR);
    Set<Phase> phases =
        fields
            .value(CircuitKeys.PHASES)
            .map(it -> phases(fields, it))
            .orElse(new HashSet<>(supply.phases()));
    Optional<Meter> meter = fields.mapping(CircuitKeys.METER).flatMap(CircuitBinder::meter);
    Optional<PerPhase> base =
        fields.value(CircuitKeys.WORST_BASE).flatMap(it -> base(fields, it, phases));
    boolean neutral = fields.flagIfAny(CircuitKeys.NEUTRAL).orElse(supply.hasNeutral());
    BaseRises rises =
        new BaseRises(
            notNegative(fields.numberIfAny(CircuitKeys.LARGEST_STEP)),
            notNegative(fields.numberIfAny(CircuitKeys.RISE_WITHIN_TTL)));
    return fields.built(
        () -> new Circuit(name, parent, breaker, factor, phases, meter, base, neutral, rises));
  }

  /** What is below 0 was found wrong already. */
  private static OptionalInt notNegative(OptionalInt milliamps) {
    return milliamps.stream().filter(it -> it >= 0).findFirst();
  }

  private static Set<Phase> phases(Fields fields, JsonNode list) {
    Key key = CircuitKeys.PHASES;
    String remedy = "write " + key.howTo();
    Set<Phase> phases = new HashSet<>();
    if (!list.isArray()) {
      fields.error(key, "must be a list of L1, L2, L3", remedy);
    }
    for (JsonNode item : list) {
      Optional<Phase> phase = phase(item.asText());
      if (phase.isEmpty()) {
        fields.error(key, "'" + item.asText() + "' is no phase", remedy);
      } else if (!phases.add(phase.get())) {
        fields.error(key, phase.get() + " is there twice", "name each phase once");
      }
    }
    return phases;
  }

  private static Optional<Meter> meter(Fields fields) {
    String name = SiteBinder.name(fields, CircuitKeys.METER_NAME, "meter");
    int accuracy = fields.number(CircuitKeys.ACCURACY);
    return fields.built(() -> new Meter(name, accuracy));
  }

  /** One number counts on every phase of the circuit; a mapping names them. */
  private static Optional<PerPhase> base(Fields circuit, JsonNode value, Set<Phase> phases) {
    Map<Phase, Integer> values = new EnumMap<>(Phase.class);
    if (value.isObject()) {
      List<Phase> wanted = phases.stream().sorted().toList();
      List<Key> keys = wanted.stream().<Key>map(CircuitKeys::baseOn).toList();
      Shape each = Shape.of(keys.toArray(Key[]::new));
      Fields onPhases = circuit.mapping(CircuitKeys.WORST_BASE, value, each);
      wanted.forEach(phase -> values.put(phase, onPhases.number(CircuitKeys.baseOn(phase))));
      return onPhases.built(() -> new PerPhase(values));
    }
    NumberKey onAll = CircuitKeys.baseOnAll();
    int milliamps = circuit.within(onAll, circuit.numberOf(onAll, value));
    phases.forEach(phase -> values.put(phase, milliamps));
    return values.isEmpty() ? Optional.empty() : Optional.of(new PerPhase(values));
  }

  private static Optional<Phase> phase(String name) {
    return List.of(Phase.values()).stream().filter(it -> it.name().equals(name)).findFirst();
  }
}
