package dev.headroom.core.rules;

import dev.headroom.core.rules.ConductorFigures.Binding;
import dev.headroom.core.site.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says where blind time (S9) leaves EVSEs less than the rating does; a site is never refused for
 * it.
 */
final class BlindTimeRules {

  private BlindTimeRules() {}

  /** At most one warning for each circuit, of its worst phase. */
  static Optional<Finding> check(List<ConductorFigures> circuit, String path) {
    return circuit.stream()
        .filter(it -> it.binding() == Binding.METER_LOST || it.binding() == Binding.LINKS_LOST)
        .min(Comparator.comparingInt(BlindTimeRules::bound))
        .map(it -> warning(it, path));
  }

  private static int bound(ConductorFigures conductor) {
    return Math.min(conductor.withoutMeter(), conductor.withoutLinks());
  }

  private static Finding warning(ConductorFigures conductor, String path) {
    boolean links = conductor.binding() == Binding.LINKS_LOST;
    String what =
        "on %s blind time (S9) leaves the EVSEs %s at low base load, not the %s of the rating:"
            .formatted(
                conductor.where(),
                Amperes.of(bound(conductor)),
                Amperes.of(Math.min(conductor.withinRating(), conductor.reach())));
    String why =
        links
            ? " with all links lost, the base load may come back before chargers fall back"
            : " with its meter lost, a step of base load is seen too late";
    String key = links ? "baseRiseWithinTtlAmps" : "largestBaseStepAmps";
    return Finding.warning(
        path,
        what + why,
        "declare %s if the base load rises by less; until then limits stay that low"
            .formatted(key));
  }
}
