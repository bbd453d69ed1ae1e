package dev.headroom.cli.simulate.plant;

import dev.headroom.actors.load.LoadTrace;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.SiteTree;
import java.time.Instant;
import java.util.List;

/**
 * A site ready to be simulated.
 *
 * @param ports its EVSEs, in the order of the site's list
 * @param limits what each bound of the network may carry: milliamperes, of power milliwatts
 */
public record Plant(
    SiteTree tree, Network network, List<Port> ports, double[] limits, Reckoning reckoning) {

  public Plant {
    ports = List.copyOf(ports);
  }

  /** A site whose tree is sound. */
  public static Plant of(Site site) {
    SiteTree tree = new SiteTree(site);
    Network network = Network.of(tree);
    List<Place> places = network.bounds().stream().map(Bound::place).toList();
    return new Plant(
        tree,
        network,
        site.evses().stream().map(evse -> new Port(evse, tree.supplyOf(evse))).toList(),
        places.stream().mapToDouble(place -> Limits.of(tree, place)).toArray(),
        Reckoning.of(tree, places));
  }

  public Site site() {
    return tree.site();
  }

  /** The places of the network's bounds, in their order. */
  public List<Place> places() {
    return network.bounds().stream().map(Bound::place).toList();
  }

  /** Whether anything limits a bound. */
  public boolean isLimited(int bound) {
    return limits[bound] < Limits.NONE;
  }

  /** How far above its limit a bound may seem to lie, for the rounding of sums: 1 mA, 1 W. */
  public double slack(int bound) {
    return network.bounds().get(bound).place().kind() == Place.Kind.POWER ? 1000 : 1;
  }

  /** The base load that the site declares as its worst, at all times (S3). */
  public BaseProfile worstBase() {
    return BaseWalk.worst(tree, places());
  }

  /** A recorded base load, scaled to what each circuit declares. */
  public BaseProfile tracedBase(LoadTrace trace, Instant start) {
    return BaseWalk.traced(tree, places(), trace, start);
  }
}
