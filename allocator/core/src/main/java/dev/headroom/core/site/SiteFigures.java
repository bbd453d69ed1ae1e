package dev.headroom.core.site;

import java.util.List;
import java.util.OptionalLong;

/**
 * What binds a site by its definition alone: every conductor, root first, and the site as a whole.
 *
 * @param atOnce how many EVSEs can charge together, each at its minimum, beside the worst-case base
 *     load and within the demand cap; at least so many
 * @param demandCapMilliamps the demand cap as a balanced current on each phase of the service
 */
public record SiteFigures(
    List<ConductorFigures> conductors, int atOnce, OptionalLong demandCapMilliamps) {

  public SiteFigures {
    conductors = List.copyOf(conductors);
  }

  /** The figures of a site whose tree is sound. */
  public static SiteFigures of(Site site) {
    SiteTree tree = new SiteTree(site);
    List<ConductorFigures> conductors = new ConductorWalk(tree).rootFirst();
    int volts = tree.root().phases().stream().mapToInt(site.supply()::volts).sum();
    OptionalLong capMilliamps =
        site.control().demandCap().stream()
            .mapToLong(cap -> cap.watts() * 1000L / volts)
            .findFirst();
    return new SiteFigures(conductors, AtOnce.count(tree, conductors), capMilliamps);
  }

  /** The figures of one circuit's phases, in their order. */
  public List<ConductorFigures> of(Circuit circuit) {
    return conductors.stream().filter(it -> it.circuit().equals(circuit)).toList();
  }

  /** The figures of the service entrance's phases. */
  public List<ConductorFigures> service() {
    return of(conductors.getFirst().circuit());
  }
}
