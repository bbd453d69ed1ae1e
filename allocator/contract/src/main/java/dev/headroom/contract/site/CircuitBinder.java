package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.contract.form.Fields;
import dev.headroom.contract.form.Key;
import dev.headroom.contract.form.NumberKey;
import dev.headroom.contract.form.Shape;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.site.BaseRises;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Supplies;
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

  static Optional<Circuit> circuit(Fields fields, Supplies supplies) {
    String name = SiteBinder.name(fields, CircuitKeys.NAME, "circuit");
    Optional<String> parent = fields.textIfAny(CircuitKeys.PARENT);
    SupplySystem supply = supplies.of(name).system();
    Optional<Transformer> transformer =
        fields.mapping(TransformerKeys.TRANSFORMER).flatMap(TransformerBinder::transformer);
    int breaker = fields.number(CircuitKeys.BREAKER);
    int factor = fields.number(CircuitKeys.FACTOR);
    Set<Phase> phases =
        fields
            .value(CircuitKeys.PHASES)
            .map(it -> PhaseList.of(fields, CircuitKeys.PHASES, it))
            .orElse(new HashSet<>(supply.phases()));
    Optional<Meter> meter = fields.mapping(CircuitKeys.METER).flatMap(CircuitBinder::meter);
    Optional<PerPhase> base =
        fields.value(CircuitKeys.WORST_BASE).flatMap(it -> base(fields, it, phases));
    boolean neutral = fields.flagIfAny(CircuitKeys.NEUTRAL).orElse(supply.hasNeutral());
    OptionalInt neutralMilliamps = notZero(fields.numberIfAny(CircuitKeys.NEUTRAL_AMPS));
    BaseRises rises =
        new BaseRises(
            notNegative(fields.numberIfAny(CircuitKeys.LARGEST_STEP)),
            notNegative(fields.numberIfAny(CircuitKeys.RISE_WITHIN_TTL)));
    return fields.built(
        () ->
            new Circuit(
                name,
                parent,
                breaker,
                factor,
                phases,
                meter,
                base,
                neutral,
                neutralMilliamps,
                rises,
                transformer));
  }

  /** How it is fed, as far as that can be read; what is wrong is found when the circuit is. */
  static Optional<Supplies.Feed> feed(Fields fields) {
    String name = fields.text(CircuitKeys.NAME);
    Optional<String> parent = fields.textIfAny(CircuitKeys.PARENT);
    Optional<Transformer> transformer =
        fields.mapping(TransformerKeys.TRANSFORMER).flatMap(TransformerBinder::transformer);
    return Optional.of(new Supplies.Feed(name, parent, transformer));
  }

  /** What is not above 0 was found wrong already. */
  private static OptionalInt notZero(OptionalInt milliamps) {
    return milliamps.stream().filter(it -> it > 0).findFirst();
  }

  /** What is below 0 was found wrong already. */
  private static OptionalInt notNegative(OptionalInt milliamps) {
    return milliamps.stream().filter(it -> it >= 0).findFirst();
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
}
