package dev.headroom.core.share;

import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.SiteTree;
import dev.headroom.core.site.StationAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The site that a scenario file draws: its tree, with circuits and EVSEs. */
final class ScenarioSite {

  private static final Set<String> CIRCUIT =
      Set.of("under", "breaker", "factor", "lines", "base", "ceiling", "mayPause");
  private static final Set<String> EVSE =
      Set.of(
          "at",
          "wiring",
          "most",
          "least",
          "weight",
          "rank",
          "tenant",
          "steps",
          "standing",
          "lines",
          "dc");

  private final Supply supply;
  private final Map<String, Fields> circuits;
  private final Map<String, Fields> evses;

  ScenarioSite(Fields file) {
    supply = Supply.of(file.text("supply"));
    circuits = parts(file, "circuits", CIRCUIT);
    evses = parts(file, "evses", EVSE);
  }

  private static Map<String, Fields> parts(Fields file, String key, Set<String> keys) {
    return file.entries(key).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                it -> Fields.of(it.getKey(), it.getValue(), keys),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  Map<String, Fields> circuits() {
    return circuits;
  }

  Map<String, Fields> evses() {
    return evses;
  }

  SiteTree tree() {
    return new SiteTree(
        new Site(
            "scenario",
            supply,
            new Control(Control.Fallback.PAUSE, Control.STALE_AFTER, Control.RAISE_DELAY),
            circuits.entrySet().stream().map(it -> circuit(it.getKey(), it.getValue())).toList(),
            evses.entrySet().stream().map(it -> evse(it.getKey(), it.getValue())).toList()));
  }

  private Circuit circuit(String name, Fields it) {
    return new Circuit(
        name,
        it.get("under", Object::toString),
        it.thousandths("breaker", 0),
        it.thousandths("factor", 0.8),
        it.get("lines", ScenarioSite::phases).orElse(Set.copyOf(supply.phases())),
        Optional.empty(),
        Optional.empty());
  }

  private static Set<Phase> phases(Object lines) {
    return Fields.list(lines).stream().map(Phase::valueOf).collect(Collectors.toSet());
  }

  private Evse evse(String name, Fields it) {
    return new Evse(
        name,
        it.get("at", Object::toString).orElse(circuits.keySet().iterator().next()),
        1_000_000,
        new StationAddress(name, 1),
        wiring(name),
        output(name),
        true,
        0,
        1,
        Optional.empty(),
        false);
  }

  Wiring wiring(String name) {
    List<String> ends = List.of(part(name).text("wiring").split("-"));
    Phase first = Phase.valueOf(ends.getFirst());
    if (ends.size() == 3) {
      return new Wiring.ThreePhase(first);
    }
    return ends.getLast().equals("N")
        ? new Wiring.LineToNeutral(first)
        : new Wiring.LineToLine(first, Phase.valueOf(ends.getLast()));
  }

  /** AC, from its least to its most; or DC, whose watts at the lowest voltage say both. */
  Output output(String name) {
    Fields it = part(name);
    return it.get("dc", dc -> dc(name, dc))
        .orElseGet(() -> new Output.Ac(1_000_000, Output.PILOT_FLOOR_MILLIAMPS, 0, steps(it)));
  }

  private Output dc(String name, Object value) {
    Set<String> keys = Set.of("watts", "least", "efficiency", "powerFactor");
    Fields dc = Fields.of(name + " dc", value, keys);
    AcInput input =
        AcInput.of(
            wiring(name),
            supply,
            dc.thousandths("efficiency", 1),
            dc.thousandths("powerFactor", 1));
    return new Output.Dc(dc.whole("watts", 0), dc.whole("least", 1), 0, input);
  }

  static PilotSteps steps(Fields it) {
    return it.get("steps")
        .map(
            steps -> {
              int[] all =
                  Fields.list(steps).stream()
                      .mapToInt(one -> (int) Math.round(Fields.number(one) * 1000))
                      .toArray();
              return steps instanceof List<?>
                  ? new PilotSteps.Set(all)
                  : new PilotSteps.Every(all[0]);
            })
        .orElse(PilotSteps.TENTHS);
  }

  private Fields part(String name) {
    return Optional.ofNullable(evses.get(name)).orElseThrow();
  }
}
