package dev.headroom.core.rules;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.VectorGroup;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.Supplies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each transformer hangs on a circuit that has the supply and the lines of its primary. */
final class TransformerRules {

  private final Supplies supplies;
  private final Map<String, Circuit> circuits = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private TransformerRules(Site site, Supplies supplies) {
    this.supplies = supplies;
    site.circuits().forEach(circuit -> circuits.put(circuit.name(), circuit));
  }

  static List<Finding> check(Site site, Supplies supplies) {
    TransformerRules rules = new TransformerRules(site, supplies);
    for (int i = 0; i < site.circuits().size(); i++) {
      Circuit circuit = site.circuits().get(i);
      String path = TreeRules.path(i) + ".transformer";
      circuit.transformer().ifPresent(its -> rules.check(circuit, its, path));
    }
    return rules.findings;
  }

  private void check(Circuit circuit, Transformer transformer, String path) {
    if (circuit.parent().isEmpty()) {
      error(
          path,
          "the service entrance '%s' is fed through a transformer".formatted(circuit.name()),
          "leave out the utility's own, or describe the circuit above it as service entrance");
      return;
    }
    checkSupply(circuit, transformer, path);
    Optional<Circuit> parent = circuit.parent().map(circuits::get);
    parent.ifPresent(feeding -> checkLines(circuit, feeding, transformer, path));
    parent.ifPresent(feeding -> checkNeutral(circuit, feeding, transformer, path));
    parent.ifPresent(feeding -> checkSize(circuit, feeding, transformer, path));
  }

  private void checkSupply(Circuit circuit, Transformer transformer, String path) {
    SupplySystem feeding = supplies.feeding(circuit.name()).system();
    if (transformer.primary() != feeding) {
      error(
          path + ".primary",
          "the transformer of '%s' is made for %s, and hangs on %s"
              .formatted(circuit.name(), transformer.primary().notation(), feeding.notation()),
          "write primary: %s, or correct the supply above it".formatted(feeding.notation()));
    }
  }

  private void checkLines(Circuit circuit, Circuit feeding, Transformer transformer, String path) {
    for (Phase line : transformer.primaryLines()) {
      if (!feeding.phases().contains(line)) {
        error(
            path + (transformer.group() == VectorGroup.II0 ? ".primaryLines" : ".group"),
            "the transformer of '%s' hangs on %s, which its parent '%s' lacks"
                .formatted(circuit.name(), line, feeding.name()),
            "'%s' has %s".formatted(feeding.name(), TreeRules.sorted(feeding.phases())));
      }
    }
  }

  private void checkNeutral(
      Circuit circuit, Circuit feeding, Transformer transformer, String path) {
    if (transformer.group() == VectorGroup.YYN0 && circuit.neutral() && !feeding.neutral()) {
      error(
          path + ".group",
          "loads to neutral of '%s' return through a neutral that its parent '%s' lacks"
              .formatted(circuit.name(), feeding.name()),
          "set neutral: true on '%s' if it has one, or neutral: false here"
              .formatted(feeding.name()));
    }
  }

  private void checkSize(Circuit circuit, Circuit feeding, Transformer transformer, String path) {
    if (transformer.primaryMilliamps() > feeding.breakerMilliamps()) {
      findings.add(
          Finding.warning(
              path + ".ratedKva",
              "the transformer of '%s' may take %s, above the %s of its parent '%s'"
                  .formatted(
                      circuit.name(),
                      Amperes.of(transformer.primaryMilliamps()),
                      Amperes.of(feeding.breakerMilliamps()),
                      feeding.name()),
              "check both nameplates; the parent's rating binds"));
    }
  }

  private void error(String path, String message, String remedy) {
    findings.add(Finding.error(path, message, remedy));
  }
}
