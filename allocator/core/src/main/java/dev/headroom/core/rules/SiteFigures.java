package dev.headroom.core.rules;

import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import dev.headroom.core.network.Rating;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.SiteTree;
import java.util.List;
import java.util.OptionalLong;

/**
 * What binds a site by its definition alone: every conductor, root first, and the site as a whole.
 *
 * @param atOnce how many EVSEs can charge together, each at its minimum, beside the worst-case base
 *     load and within the demand cap; at least so many
 * @param demandCapMilliamps the demand cap as a balanced current on each phase of the service
 * @param worstBaseMilliwatts the most power that the base load can take
 * @param fallbackMilliwatts what all EVSEs take when commands stop
 */
public record SiteFigures(
    List<ConductorFigures> conductors,
    int atOnce,
    OptionalLong demandCapMilliamps,
    long worstBaseMilliwatts,
    long fallbackMilliwatts) {

  public SiteFigures {
    conductors = List.copyOf(conductors);
  }

  /** The figures of a site whose tree is sound. */
  public static SiteFigures of(Site site) {
    SiteTree tree = new SiteTree(site);
    return of(tree, Network.of(tree));
  }

  static SiteFigures of(SiteTree tree, Network network) {
    Site site = tree.site();
    int volts = tree.root().phases().stream().mapToInt(site.supply()::volts).sum();
    OptionalLong capMilliamps =
        site.control().demandCap().stream()
            .mapToLong(cap -> cap.watts() * 1000L / volts)
            .findFirst();
    long base = 0;
    long fallbacks = 0;
    for (Bound bound : network.bounds()) {
      if (Rating.of(tree, bound.place()) instanceof Rating.Power(long worst)) {
        base = worst;
        fallbacks = Ports.of(site).carried(bound, Evse::fallbackMilliamps);
      }
    }
    return new SiteFigures(
        new ConductorWalk(tree, network).rootFirst(),
        AtOnce.count(tree, network),
        capMilliamps,
        base,
        fallbacks);
  }

  /** The figures of one circuit, of its transformer and of its neutral, in their order. */
  public List<ConductorFigures> of(Circuit circuit) {
    return conductors.stream().filter(it -> it.circuit().equals(circuit)).toList();
  }

  /** The figures of the service entrance's phases. */
  public List<ConductorFigures> service() {
    return of(conductors.getFirst().circuit()).stream()
        .filter(it -> it.place().kind() == Place.Kind.LINE)
        .toList();
  }
}
