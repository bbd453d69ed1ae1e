package dev.headroom.core.rules;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.SiteTree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Base loads are declared where they flow, and on every circuit and phase the fallbacks of all
 * EVSEs below fit beside the worst of it: what happens when every command stops. Needs a sound
 * tree.
 */
final class LoadRules {

  private final Map<String, Circuit> circuits = new HashMap<>();
  private final Map<Place, Bound> bounds = new HashMap<>();
  private final Ports ports;
  private final List<Finding> findings = new ArrayList<>();

  private LoadRules(Site site) {
    ports = Ports.of(site);
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
    SiteTree tree = new SiteTree(site);
    Network network = Network.of(tree);
    network.bounds().forEach(bound -> rules.bounds.put(bound.place(), bound));
    SiteFigures figures = SiteFigures.of(tree, network);
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
    Map<Phase, Long> passedOn = passedOn(child);
    for (Phase phase : TreeRules.sorted(passedOn.keySet())) {
      long above = passedOn.getOrDefault(phase, 0L);
      if (above > parent.worstBaseMilliamps(phase)) {
        error(
            path + ".worstCaseBaseAmps",
            "circuit '%s' %s up to %s of base load on %s, its parent '%s' declares only %s"
                .formatted(
                    child.name(),
                    child.transformer().isPresent() ? "passes on" : "carries",
                    Amperes.of(above),
                    phase,
                    parent.name(),
                    Amperes.of(parent.worstBaseMilliamps(phase))),
            "declare at least %s on '%s'".formatted(Amperes.of(above), parent.name()));
        return;
      }
    }
  }

  /** On the lines of its parent; through a transformer magnitudes add plainly. */
  private static Map<Phase, Long> passedOn(Circuit child) {
    Map<Phase, Integer> base = new EnumMap<>(Phase.class);
    child.phases().forEach(phase -> base.put(phase, child.worstBaseMilliamps(phase)));
    Map<Phase, Long> plain = new EnumMap<>(Phase.class);
    base.forEach((phase, milliamps) -> plain.put(phase, (long) milliamps));
    return child.transformer().map(it -> it.primaryAtMost(base)).orElse(plain);
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

  private void checkFit(ConductorFigures conductor, String circuitPath) {
    String path = pathOf(conductor, circuitPath);
    long limit = conductor.continuous();
    long base = conductor.worstBase();
    if (conductor.fallbacks() > 0 && base + conductor.fallbacks() > limit) {
      error(path, tooMuchFallback(conductor), remedy(conductor));
    } else if (base > limit) {
      warning(
          circuitPath + ".worstCaseBaseAmps",
          "on %s the worst base load of %s alone exceeds the %s it may carry"
              .formatted(conductor.where(), Amperes.of(base), limitOf(conductor)),
          "at such times every EVSE below is paused");
    } else if (base + conductor.minimums() > limit) {
      warning(
          path,
          "on %s the minimums of %d EVSEs (%s) do not all fit beside a base load of %s"
              .formatted(
                  conductor.where(),
                  conductor.evses().size(),
                  Amperes.of(conductor.minimums()),
                  Amperes.of(base)),
          "they will take turns at such times");
    }
  }

  private static String pathOf(ConductorFigures conductor, String circuit) {
    return switch (conductor.place().kind()) {
      case LINE, POWER -> circuit;
      case NEUTRAL -> circuit + ".neutralAmps";
      case SECONDARY, PRIMARY -> circuit + ".transformer";
    };
  }

  private static String tooMuchFallback(ConductorFigures conductor) {
    return "on %s a base load of %s and fallbacks of %s (EVSEs: %d) exceed the %s it may carry"
        .formatted(
            conductor.where(),
            Amperes.of(conductor.worstBase()),
            Amperes.of(conductor.fallbacks()),
            conductor.evses().stream().filter(evse -> evse.fallbackMilliamps() > 0).count(),
            limitOf(conductor));
  }

  private String remedy(ConductorFigures conductor) {
    int evses = conductor.evses().size();
    Bound bound = Objects.requireNonNull(bounds.get(conductor.place()));
    int keep = MayKeep.count(bound, ports, conductor.room());
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

  private static String limitOf(ConductorFigures conductor) {
    Circuit circuit = conductor.circuit();
    return switch (conductor.place().kind()) {
      case LINE, POWER ->
          "%s (%s × %s)"
              .formatted(
                  Amperes.of(conductor.continuous()),
                  Amperes.number(circuit.continuousFactorPermille()),
                  Amperes.of(circuit.breakerMilliamps()));
      case NEUTRAL -> "%s (neutralAmps)".formatted(Amperes.of(conductor.continuous()));
      case SECONDARY, PRIMARY ->
          "%s (%s kVA)"
              .formatted(
                  Amperes.of(conductor.continuous()),
                  Amperes.number(circuit.transformer().orElseThrow().voltAmperes()));
    };
  }

  private void error(String path, String message, String remedy) {
    findings.add(Finding.error(path, message, remedy));
  }

  private void warning(String path, String message, String remedy) {
    findings.add(Finding.warning(path, message, remedy));
  }
}
