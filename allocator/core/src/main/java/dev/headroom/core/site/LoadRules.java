package dev.headroom.core.site;

import dev.headroom.core.electrical.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Base loads are declared where they flow, and on every circuit and phase the fallbacks of all
 * EVSEs below fit beside the worst of it: what happens when every command stops. Needs a sound
 * tree.
 */
final class LoadRules {

  private final Map<String, Circuit> circuits = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private LoadRules(Site site) {
    site.circuits().forEach(circuit -> circuits.put(circuit.name(), circuit));
  }

  static List<Finding> check(Site site) {
    LoadRules rules = new LoadRules(site);
    for (int i = 0; i < site.circuits().size(); i++) {
      Circuit circuit = site.circuits().get(i);
      rules.checkBaseIsDeclared(circuit, TreeRules.path(i));
      rules.checkBaseCoversChild(circuit, TreeRules.path(i));
      rules.checkStepIsCovered(circuit, TreeRules.path(i));
    }
    SiteFigures figures = SiteFigures.of(site);
    for (int i = 0; i < site.circuits().size(); i++) {
      Circuit circuit = site.circuits().get(i);
      List<ConductorFigures> its = figures.of(circuit);
      for (ConductorFigures conductor : its) {
        rules.checkFit(conductor, TreeRules.path(i));
      }
      BlindTimeRules.check(its, TreeRules.path(i)).ifPresent(rules.findings::add);
    }
    rules.findings.addAll(DemandRules.check(site, figures));
    return rules.findings;
  }

  private void checkBaseIsDeclared(Circuit circuit, String path) {
    if (circuit.worstCaseBaseMilliamps().isEmpty()) {
      if (circuit.parent().isEmpty() || circuit.meter().isPresent()) {
        error(
            path + ".worstCaseBaseAmps",
            "%s '%s' declares no worst-case base load"
                .formatted(
                    circuit.parent().isEmpty() ? "the service entrance" : "metered circuit",
                    circuit.name()),
            "add worstCaseBaseAmps: the year's highest 15-min demand without EVSEs plus one step");
      }
      return;
    }
    var base = circuit.worstCaseBaseMilliamps().get();
    if (!base.phases().equals(circuit.phases())) {
      error(
          path + ".worstCaseBaseAmps",
          "circuit '%s' has %s but declares base load on %s"
              .formatted(
                  circuit.name(),
                  TreeRules.sorted(circuit.phases()),
                  TreeRules.sorted(base.phases())),
          "declare it on each phase of the circuit");
    }
    if (base.values().values().stream().anyMatch(milliamps -> milliamps < 0)) {
      error(path + ".worstCaseBaseAmps", "a base load is never negative", "declare 0 or more");
    }
  }

  /** What flows through a child flows through its parent: unknown there is not zero (S3). */
  private void checkBaseCoversChild(Circuit child, String path) {
    Circuit parent = child.parent().map(circuits::get).orElse(child);
    if (parent.equals(child)) {
      return;
    }
    for (Phase phase : TreeRules.sorted(child.phases())) {
      int inChild = child.worstBaseMilliamps(phase);
      if (inChild > parent.worstBaseMilliamps(phase)) {
        error(
            path + ".worstCaseBaseAmps",
            "circuit '%s' carries up to %s of base load on %s, its parent '%s' declares only %s"
                .formatted(
                    child.name(),
                    Amperes.of(inChild),
                    phase,
                    parent.name(),
                    Amperes.of(parent.worstBaseMilliamps(phase))),
            "declare at least %s on '%s'".formatted(Amperes.of(inChild), parent.name()));
        return;
      }
    }
  }

  private void checkStepIsCovered(Circuit circuit, String path) {
    int step = circuit.rises().largestStepMilliamps().orElse(0);
    if (circuit.worstCaseBaseMilliamps().filter(base -> base.largest() < step).isPresent()) {
      error(
          path + ".largestBaseStepAmps",
          "circuit '%s' declares a step of %s, above its worst-case base load"
              .formatted(circuit.name(), Amperes.of(step)),
          "count the step into worstCaseBaseAmps");
    }
  }

  private void checkFit(ConductorFigures conductor, String path) {
    Circuit circuit = conductor.circuit();
    Phase phase = conductor.phase();
    List<Evse> evses = conductor.evses();
    long limit = conductor.continuous();
    long base = conductor.worstBase();
    long fallbacks = conductor.fallbacks();
    if (fallbacks > 0 && base + fallbacks > limit) {
      error(
          path,
          "on %s of '%s' a base load of %s and fallbacks of %s (EVSEs: %d) exceed the %s it may carry"
              .formatted(
                  phase,
                  circuit.name(),
                  Amperes.of(base),
                  Amperes.of(fallbacks),
                  evses.stream().filter(evse -> evse.fallbackMilliamps() > 0).count(),
                  limitOf(circuit)),
          remedy(evses.size(), limit - base));
      return;
    }
    if (base > limit) {
      warning(
          path + ".worstCaseBaseAmps",
          "on %s of '%s' the worst base load of %s alone exceeds the %s it may carry"
              .formatted(phase, circuit.name(), Amperes.of(base), limitOf(circuit)),
          "at such times every EVSE below is paused");
      return;
    }
    long minimums = conductor.minimums();
    if (base + minimums > limit) {
      warning(
          path,
          "on %s of '%s' the minimums of %d EVSEs (%s) do not all fit beside a base load of %s"
              .formatted(
                  phase, circuit.name(), evses.size(), Amperes.of(minimums), Amperes.of(base)),
          "they will take turns at such times");
    }
  }

  private static String remedy(int evses, long roomMilliamps) {
    long keep = Math.clamp(Math.floorDiv(roomMilliamps, Evse.PILOT_FLOOR_MILLIAMPS), 0, evses);
    if (keep == 0) {
      return "no EVSE may keep 6 A: set control.fallback: pause, or fallbackAmps: 0 on all "
          + evses;
    }
    if (keep == evses) {
      return "all %d EVSEs may keep 6 A: set fallbackAmps: 6".formatted(evses);
    }
    return "%d of the %d EVSEs may keep 6 A while the rest pause: set fallbackAmps: 0 on %d"
        .formatted(keep, evses, evses - keep);
  }

  private static String limitOf(Circuit circuit) {
    return "%s (%s × %s)"
        .formatted(
            Amperes.of(circuit.continuousMilliamps()),
            Amperes.number(circuit.continuousFactorPermille()),
            Amperes.of(circuit.breakerMilliamps()));
  }

  private void error(String path, String message, String remedy) {
    findings.add(Finding.error(path, message, remedy));
  }

  private void warning(String path, String message, String remedy) {
    findings.add(Finding.warning(path, message, remedy));
  }
}
