package dev.headroom.core.rules;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.Supplies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The circuits form one tree, and each has the phases its children use. */
final class TreeRules {

  private final Site site;
  private final Map<String, Circuit> byName = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private final Supplies supplies;

  private TreeRules(Site site) {
    this.site = site;
    this.supplies = Supplies.of(site);
  }

  static List<Finding> check(Site site) {
    TreeRules rules = new TreeRules(site);
    rules.checkNames();
    rules.checkRoot();
    for (int i = 0; i < site.circuits().size(); i++) {
      Circuit circuit = site.circuits().get(i);
      rules.checkParent(circuit, path(i));
      rules.checkSupply(circuit, path(i));
    }
    rules.checkCycles();
    rules.findings.addAll(TransformerRules.check(site, rules.supplies));
    return rules.findings;
  }

  static String path(int circuit) {
    return "spec.circuits[" + circuit + "]";
  }

  private void checkNames() {
    Map<String, String> meters = new HashMap<>();
    for (int i = 0; i < site.circuits().size(); i++) {
      Circuit circuit = site.circuits().get(i);
      if (byName.putIfAbsent(circuit.name(), circuit) != null) {
        error(path(i) + ".name", "two circuits are named '" + circuit.name() + "'", "rename one");
      }
      if (circuit.meter().isPresent()) {
        String meter = circuit.meter().get().name();
        String other = meters.putIfAbsent(meter, circuit.name());
        if (other != null) {
          error(
              path(i) + ".meter.name",
              "circuits '%s' and '%s' both have a meter named '%s'"
                  .formatted(other, circuit.name(), meter),
              "rename one; readings arrive under the meter's name");
        }
      }
    }
  }

  private void checkRoot() {
    List<String> roots =
        site.circuits().stream().filter(it -> it.parent().isEmpty()).map(Circuit::name).toList();
    if (roots.isEmpty()) {
      error(
          "spec.circuits",
          "no circuit is the service entrance",
          "leave out the parent of the circuit that the utility feeds");
    }
    if (roots.size() > 1) {
      error(
          "spec.circuits",
          "%d circuits have no parent: %s; a site has one service entrance"
              .formatted(roots.size(), String.join(", ", roots)),
          "name the parent of all but one");
    }
  }

  private void checkParent(Circuit circuit, String path) {
    if (circuit.parent().isEmpty()) {
      return;
    }
    String parentName = circuit.parent().get();
    Circuit parent = byName.get(parentName);
    if (parent == null) {
      error(
          path + ".parent",
          "circuit '%s' is fed by '%s', which is not there".formatted(circuit.name(), parentName),
          "circuits are " + String.join(", ", names()));
      return;
    }
    if (circuit.transformer().isPresent()) {
      return; // its phases and amperes are others than its parent's
    }
    for (Phase phase : sorted(circuit.phases())) {
      if (!parent.phases().contains(phase)) {
        error(
            path + ".phases",
            "circuit '%s' uses %s, which its parent '%s' lacks"
                .formatted(circuit.name(), phase, parentName),
            "'%s' has %s".formatted(parentName, sorted(parent.phases())));
      }
    }
    if (circuit.breakerMilliamps() > parent.breakerMilliamps()) {
      findings.add(
          Finding.warning(
              path + ".breakerAmps",
              "circuit '%s' is rated %s, above the %s of its parent '%s'"
                  .formatted(
                      circuit.name(),
                      Amperes.of(circuit.breakerMilliamps()),
                      Amperes.of(parent.breakerMilliamps()),
                      parentName),
              "check both nameplates; the parent's rating binds"));
    }
  }

  private void checkSupply(Circuit circuit, String path) {
    Supply supply = supplies.of(circuit.name());
    for (Phase phase : sorted(circuit.phases())) {
      if (!supply.phases().contains(phase)) {
        error(
            path + ".phases",
            "circuit '%s' uses %s, which a supply of %s lacks"
                .formatted(circuit.name(), phase, supply.notation()),
            "it has " + supply.phases());
      }
    }
    if (circuit.neutralMilliamps().isPresent() && !supply.system().hasNeutral()) {
      error(
          path + ".neutralAmps",
          "circuit '%s' rates a neutral, which a %s V delta lacks"
              .formatted(circuit.name(), supply.notation()),
          "leave it out");
    }
  }

  /** Walks up from each circuit; a ring is reported once, where the file first enters it. */
  private void checkCycles() {
    Set<String> inKnownRings = new LinkedHashSet<>();
    for (int i = 0; i < site.circuits().size(); i++) {
      Circuit start = site.circuits().get(i);
      List<String> way = new ArrayList<>();
      Optional<Circuit> at = Optional.of(start);
      while (at.isPresent() && !way.contains(at.get().name())) {
        way.add(at.get().name());
        at = at.get().parent().map(byName::get);
      }
      if (at.isPresent() && at.get().name().equals(start.name())) {
        if (!inKnownRings.contains(start.name())) {
          error(
              path(i) + ".parent",
              "circuits feed each other in a ring: %s → %s"
                  .formatted(String.join(" → ", way), start.name()),
              "let one of them be fed from outside the ring");
        }
        inKnownRings.addAll(way);
      }
    }
  }

  private List<String> names() {
    return site.circuits().stream().map(Circuit::name).toList();
  }

  static List<Phase> sorted(Set<Phase> phases) {
    return phases.stream().sorted().toList();
  }

  private void error(String path, String message, String remedy) {
    findings.add(Finding.error(path, message, remedy));
  }
}
