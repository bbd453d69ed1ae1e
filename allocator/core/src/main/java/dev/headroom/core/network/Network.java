package dev.headroom.core.network;

import dev.headroom.core.site.Sharing.Sums;
import dev.headroom.core.site.SiteTree;
import java.util.List;

/**
 * A site as the allocation sees it: its EVSEs as numbered ports, and every bound on them, root
 * first. Which currents flow where depends on the site's definition alone, so this is worked out
 * once for each version of it; what each bound has room for now comes with every look.
 *
 * @param ports how many EVSEs, in the order of the site's list
 * @param sources how many independent currents each port has
 */
public record Network(int ports, List<Integer> sources, List<Bound> bounds) {

  public Network {
    sources = List.copyOf(sources);
    bounds = List.copyOf(bounds);
    for (Bound bound : bounds) {
      for (Load load : bound.loads()) {
        if (load.port() >= ports || load.source() >= sources.get(load.port())) {
          throw new IllegalArgumentException(
              "%s is loaded by source %d of port %d, which is not there"
                  .formatted(bound.place(), load.source(), load.port()));
        }
      }
    }
  }

  /** The network of a site whose tree is sound; currents add as the site says. */
  public static Network of(SiteTree tree) {
    return of(tree, tree.site().control().sharing().sums());
  }

  /** The same with currents added so. */
  public static Network of(SiteTree tree, Sums sums) {
    return new NetworkWalk(tree, sums).network();
  }
}
