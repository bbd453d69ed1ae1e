package dev.headroom.cli.simulate;

import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.SiteTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A site with another limit where it is fed: at its transformers, or at the service entrance if it
 * has none.
 */
final class CappedSite {

  private final SiteTree tree;
  private final int capWatts;

  private CappedSite(SiteTree tree, int capWatts) {
    this.tree = tree;
    this.capWatts = capWatts;
  }

  /**
   * With this cap. Several transformers get it in proportion to their nameplates, so that together
   * they come to it; one below another keeps its own.
   */
  static Site of(Site site, int capWatts) {
    CappedSite capped = new CappedSite(new SiteTree(site), capWatts);
    return new Site(site.name(), site.supply(), site.control(), capped.circuits(), site.evses());
  }

  private List<Circuit> circuits() {
    List<Circuit> outermost =
        tree.rootFirst().stream()
            .filter(it -> it.transformer().isPresent() && !isBelowTransformer(it))
            .toList();
    long all = outermost.stream().mapToLong(CappedSite::voltAmperes).sum();
    List<Circuit> circuits = new ArrayList<>();
    for (Circuit circuit : tree.site().circuits()) {
      if (outermost.contains(circuit)) {
        circuits.add(rated(circuit, (int) Math.max(1, capWatts * voltAmperes(circuit) / all)));
      } else {
        circuits.add(
            outermost.isEmpty() && circuit.parent().isEmpty() ? limited(circuit) : circuit);
      }
    }
    return circuits;
  }

  private boolean isBelowTransformer(Circuit circuit) {
    Optional<Circuit> parent = circuit.parent().map(tree::circuit);
    return parent.filter(it -> it.transformer().isPresent() || isBelowTransformer(it)).isPresent();
  }

  private static long voltAmperes(Circuit circuit) {
    return circuit.transformer().orElseThrow().voltAmperes();
  }

  private static Circuit rated(Circuit circuit, int voltAmperes) {
    Transformer was = circuit.transformer().orElseThrow();
    Transformer now =
        new Transformer(
            voltAmperes, was.group(), was.primary(), was.secondary(), was.primaryLines());
    return with(
        circuit, circuit.breakerMilliamps(), circuit.continuousFactorPermille(), Optional.of(now));
  }

  /** Balanced on its lines. */
  private Circuit limited(Circuit entrance) {
    int volts = entrance.phases().stream().mapToInt(tree.site().supply()::volts).sum();
    long milliamps = Math.max(1, capWatts * 1000L / volts);
    return with(entrance, Math.toIntExact(milliamps), 1000, entrance.transformer());
  }

  private static Circuit with(
      Circuit was, int milliamps, int permille, Optional<Transformer> transformer) {
    return new Circuit(
        was.name(),
        was.parent(),
        milliamps,
        permille,
        was.phases(),
        was.meter(),
        was.worstCaseBaseMilliamps(),
        was.neutral(),
        was.neutralMilliamps(),
        was.rises(),
        transformer);
  }
}
