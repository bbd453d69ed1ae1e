package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.site.BaseRises;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Site;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * From a document to a site: the keys, types and defaults of {@code headroom.dev/v1, kind Site}.
 */
final class SiteBinder {

  private static final String API_VERSION = "headroom.dev/v1";
  private static final String KIND = "Site";
  private static final int STANDARD_FACTOR_PERMILLE = 800;

  private final List<Finding> findings;

  SiteBinder(List<Finding> findings) {
    this.findings = findings;
  }

  /** The site; empty if it has findings. */
  Optional<Site> site(JsonNode document) {
    Fields root = new Fields(document, "", findings);
    requireConstant(root, "apiVersion", API_VERSION);
    requireConstant(root, "kind", KIND);
    Optional<String> name =
        root.required("metadata", "{name: site-1}").flatMap(it -> name(root, it));
    Optional<Site> site =
        root.required("spec", "{supply: 208Y/120, …}")
            .flatMap(it -> spec(root.mapping("spec", it), name.orElse("unnamed")));
    return root.built(site::orElseThrow);
  }

  private static void requireConstant(Fields fields, String key, String value) {
    String found = fields.text(key, value);
    if (!found.isEmpty() && !found.equals(value)) {
      fields.error(key, "'" + found + "' is not understood", "write " + key + ": " + value);
    }
  }

  private static Optional<String> name(Fields root, JsonNode metadata) {
    Fields fields = root.mapping("metadata", metadata);
    String name = fields.name("name", "site");
    return fields.built(() -> name);
  }

  private Optional<Site> spec(Fields spec, String name) {
    String notation = spec.text("supply", "208Y/120");
    Optional<Supply> supply =
        (notation.isEmpty()
                ? Optional.<Supply>empty()
                : spec.parsed("supply", notation, Supply::of, "write the supply on its drawing"))
            .flatMap(nominal -> measured(spec, nominal));
    Supply fed = supply.orElse(Supply.WYE_208Y_120); // a wrong supply hides no other mistake
    Control control =
        spec.optional("control")
            .flatMap(it -> ControlBinder.control(spec.mapping("control", it)))
            .orElse(ControlBinder.DEFAULT);
    List<Circuit> circuits =
        spec.each(
            "circuits",
            "[{name: service, breakerAmps: 200, worstCaseBaseAmps: 80}]",
            it -> circuit(it, fed.system()));
    List<Evse> evses =
        spec.each(
            "evses",
            "[{name: evse-1, circuit: service, …}]",
            it -> EvseBinder.evse(it, control.fallback(), fed));
    return spec.built(() -> new Site(name, supply.orElseThrow(), control, circuits, evses));
  }

  /** The supply at the voltages somebody measured there, if they were written down. */
  private static Optional<Supply> measured(Fields spec, Supply nominal) {
    Optional<JsonNode> voltage = spec.optional("voltage");
    if (voltage.isEmpty()) {
      return Optional.of(nominal);
    }
    Fields fields = spec.mapping("voltage", voltage.get());
    int lineToLine = fields.whole("lineToLineVolts", nominal.lineToLineVolts());
    int lowest = fields.scaledOr("lowestPercent", 1, Supply.LOWEST_PERMILLE, "90");
    return fields.built(() -> new Supply(nominal.system(), lineToLine, lowest));
  }

  private static Optional<Circuit> circuit(Fields fields, SupplySystem supply) {
    String name = fields.name("name", "circuit");
    Optional<String> parent = fields.textIfAny("parent", "service");
    int breaker = fields.milliamps("breakerAmps", "200");
    fields.within("breakerAmps", breaker, 1, 10_000_000, 3);
    int factor = fields.scaledOr("continuousFactor", 3, STANDARD_FACTOR_PERMILLE, "0.8");
    fields.within("continuousFactor", factor, 1, 1000, 3);
    Set<Phase> phases =
        fields
            .optional("phases")
            .map(it -> phases(fields, it))
            .orElse(new HashSet<>(supply.phases()));
    Optional<Meter> meter =
        fields.optional("meter").flatMap(it -> meter(fields.mapping("meter", it)));
    Optional<PerPhase> base =
        fields.optional("worstCaseBaseAmps").flatMap(it -> base(fields, it, phases));
    boolean hasNeutral = fields.flag("neutral", supply.hasNeutral());
    BaseRises rises =
        new BaseRises(rise(fields, "largestBaseStepAmps"), rise(fields, "baseRiseWithinTtlAmps"));
    return fields.built(
        () -> new Circuit(name, parent, breaker, factor, phases, meter, base, hasNeutral, rises));
  }

  private static OptionalInt rise(Fields fields, String key) {
    if (!fields.has(key)) {
      fields.milliampsOr(key, 0, "30");
      return OptionalInt.empty();
    }
    int milliamps = fields.milliampsOr(key, 0, "30");
    fields.within(key, milliamps, 0, 10_000_000, 3);
    return OptionalInt.of(Math.max(0, milliamps));
  }

  private static Set<Phase> phases(Fields fields, JsonNode list) {
    Set<Phase> phases = new HashSet<>();
    if (!list.isArray()) {
      fields.error("phases", "must be a list of L1, L2, L3", "write phases: [L1, L2]");
    }
    for (JsonNode item : list) {
      Optional<Phase> phase = phase(item.asText());
      if (phase.isEmpty()) {
        fields.error("phases", "'" + item.asText() + "' is no phase", "write phases: [L1, L2]");
      } else if (!phases.add(phase.get())) {
        fields.error("phases", phase.get() + " is there twice", "name each phase once");
      }
    }
    return phases;
  }

  private static Optional<Meter> meter(Fields fields) {
    String name = fields.name("name", "meter");
    int accuracy =
        fields
            .required("accuracyPercent", "1")
            .map(it -> fields.scaled("accuracyPercent", it, 1, "1"))
            .orElse(0);
    return fields.built(() -> new Meter(name, accuracy));
  }

  /** One number counts on every phase of the circuit; a mapping names them. */
  private static Optional<PerPhase> base(Fields circuit, JsonNode value, Set<Phase> phases) {
    String key = "worstCaseBaseAmps";
    Map<Phase, Integer> values = new EnumMap<>(Phase.class);
    if (value.isObject()) {
      Fields perPhase = circuit.mapping(key, value);
      List<Phase> wanted = new ArrayList<>(phases);
      wanted.sort(null);
      wanted.forEach(phase -> values.put(phase, perPhase.milliamps(phase.name(), "80")));
      return perPhase.built(() -> new PerPhase(values));
    }
    int milliamps = circuit.scaled(key, value, 3, "80");
    phases.forEach(phase -> values.put(phase, milliamps));
    return values.isEmpty() ? Optional.empty() : Optional.of(new PerPhase(values));
  }

  private static Optional<Phase> phase(String name) {
    return List.of(Phase.values()).stream().filter(it -> it.name().equals(name)).findFirst();
  }
}
