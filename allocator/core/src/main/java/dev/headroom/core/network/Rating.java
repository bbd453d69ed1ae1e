package dev.headroom.core.network;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.SiteTree;
import java.util.List;

/**
 * What a bound may carry and the worst that flows there besides EVSEs, as the site's definition
 * says.
 */
public sealed interface Rating {

  /**
   * Of a conductor, or a side of a transformer.
   *
   * @param continuousMilliamps what it may carry for hours: of a line its breaker × the continuous
   *     factor, of a neutral and of a transformer all of the nameplate
   * @param nameplateMilliamps by which blind time is judged (S9)
   * @param worstBaseMilliamps where the lines' declarations meet, in a neutral or through a
   *     transformer, their magnitudes count plainly: nobody declared where they point. 0 where none
   *     is declared: that circuit carries its EVSEs alone
   */
  record Current(int continuousMilliamps, int nameplateMilliamps, long worstBaseMilliamps)
      implements Rating {}

  /** Of the site's power, which nothing bounds but ceilings and a demand cap. */
  record Power(long worstBaseMilliwatts) implements Rating {}

  /** One for each of a network's bounds, in their order. */
  static List<Rating> ofAll(SiteTree tree, Network network) {
    return network.bounds().stream().map(bound -> of(tree, bound.place())).toList();
  }

  /**
   * Of one place in a site whose tree is sound.
   *
   * @throws IllegalArgumentException if there is no such place
   */
  static Rating of(SiteTree tree, Place place) {
    Circuit circuit = tree.circuit(place.circuit());
    return switch (place.kind()) {
      case LINE ->
          new Current(
              circuit.continuousMilliamps(),
              circuit.breakerMilliamps(),
              circuit.worstBaseMilliamps(line(place)));
      case NEUTRAL -> {
        int rated = circuit.neutralMilliamps().orElseThrow();
        long base = circuit.phases().stream().mapToLong(circuit::worstBaseMilliamps).sum();
        yield new Current(rated, rated, base);
      }
      case SECONDARY -> {
        int rated = circuit.transformer().orElseThrow().secondaryMilliamps();
        yield new Current(rated, rated, circuit.worstBaseMilliamps(line(place)));
      }
      case PRIMARY -> {
        Transformer transformer = circuit.transformer().orElseThrow();
        int rated = transformer.primaryMilliamps();
        yield new Current(rated, rated, basePassedOn(circuit, transformer, line(place)));
      }
      case POWER -> new Power(baseMilliwatts(circuit, tree.supplyOf(circuit)));
    };
  }

  private static Phase line(Place place) {
    return place.phase().orElseThrow();
  }

  private static long basePassedOn(Circuit circuit, Transformer transformer, Phase line) {
    return circuit
        .worstCaseBaseMilliamps()
        .map(PerPhase::values)
        .map(base -> transformer.primaryAtMost(base).getOrDefault(line, 0L))
        .orElse(0L);
  }

  private static long baseMilliwatts(Circuit service, Supply supply) {
    return service.phases().stream()
        .mapToLong(line -> (long) supply.volts(line) * service.worstBaseMilliamps(line))
        .sum();
  }
}
