package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import dev.headroom.core.network.Rating;
import dev.headroom.core.share.Allocator;
import dev.headroom.core.share.WaterFilling;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.SiteTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A site's network as it is controlled: every bound as it is while somebody watches, and after them
 * every line once more as it is when nobody can act (S9). Worked out once for each version of a
 * site.
 */
final class Grid {

  private final SiteTree tree;
  private final Set<Integer> unproven;
  private final Network network;
  private final int watched;
  private final List<Conductor> conductors;
  private final List<List<List<Phase>>> lines;
  private final List<Rating> ratings;
  private final Allocator allocator;

  /**
   * @param unproven ports whose fallback may not be counted on (S10): what they draw when nobody
   *     can act, their limits have no say in
   */
  Grid(SiteTree tree, Set<Integer> unproven) {
    this.tree = tree;
    this.unproven = Set.copyOf(unproven);
    Network once = Network.of(tree);
    this.watched = once.bounds().size();
    this.conductors =
        IntStream.range(0, watched)
            .filter(place -> once.bounds().get(place).place().kind() == Place.Kind.LINE)
            .mapToObj(place -> conductor(tree, place, once.bounds().get(place)))
            .toList();
    List<Bound> twice = new ArrayList<>(once.bounds());
    conductors.forEach(conductor -> twice.add(unwatched(conductor.bound())));
    this.network = new Network(once.ports(), once.sources(), twice);
    this.lines = tree.site().evses().stream().map(evse -> evse.wiring().sourceLines()).toList();
    this.ratings = Rating.ofAll(tree, once);
    this.allocator = new WaterFilling(network);
  }

  private static Conductor conductor(SiteTree tree, int place, Bound bound) {
    Circuit circuit = tree.circuit(bound.place().circuit());
    return new Conductor(circuit, bound.place().phase().orElseThrow(), place, bound);
  }

  private Bound unwatched(Bound bound) {
    List<Load> said =
        bound.loads().stream().filter(load -> !unproven.contains(load.port())).toList();
    return new Bound(bound.place(), bound.directions(), bound.arcs(), said);
  }

  Set<Integer> unproven() {
    return unproven;
  }

  SiteTree tree() {
    return tree;
  }

  Network network() {
    return network;
  }

  Allocator allocator() {
    return allocator;
  }

  /** Root first, so that a circuit's conductors come before those it feeds. */
  List<Conductor> conductors() {
    return conductors;
  }

  /** The one of a circuit's conductors on this line, if it has it. */
  Optional<Conductor> conductor(Circuit circuit, Phase phase) {
    return conductors.stream()
        .filter(it -> it.phase() == phase && it.circuit().equals(circuit))
        .findFirst();
  }

  /** The lines of the site that one source of a port flows in. */
  List<Phase> linesOf(int port, int source) {
    return lines.get(port).get(source);
  }

  /** How many bounds are watched; the bounds after these are the conductors unwatched, in order. */
  int watched() {
    return watched;
  }

  Bound bound(int place) {
    return network.bounds().get(place);
  }

  /** What a bound that is watched may carry. */
  Rating rating(int place) {
    return ratings.get(place);
  }

  /** Every port draws this on all of its sources. */
  Flows flows(IntUnaryOperator milliampsOfPort) {
    return Flows.of(network, (port, _) -> milliampsOfPort.applyAsInt(port));
  }

  /** Every port draws this on all of its sources. */
  Flows flows(int[] milliamps) {
    return flows(port -> milliamps[port]);
  }
}
