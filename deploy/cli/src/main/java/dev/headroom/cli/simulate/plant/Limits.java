package dev.headroom.cli.simulate.plant;

import dev.headroom.core.network.Place;
import dev.headroom.core.network.Rating;
import dev.headroom.core.site.DemandCap;
import dev.headroom.core.site.SiteTree;

/** What each place of a site may carry for hours, by the site's definition. */
final class Limits {

  /** Above anything that flows: what has no limit. */
  static final double NONE = 1e15;

  private Limits() {}

  /** Milliamperes; of power milliwatts. */
  static double of(SiteTree tree, Place place) {
    return switch (Rating.of(tree, place)) {
      case Rating.Current current -> current.continuousMilliamps();
      case Rating.Power _ ->
          tree.site().control().demandCap().map(DemandCap::watts).map(it -> it * 1e3).orElse(NONE);
    };
  }
}
