package dev.headroom.core.allocation;

import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import dev.headroom.core.rules.Rises;
import dev.headroom.core.share.Allocator;
import dev.headroom.core.share.WaterFilling;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.SiteTree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A site's network as it is controlled: every bound as it is while somebody watches, and after them
 * every line once more as it is when nobody can act (S9). Worked out once for each version of a
 * site, with all else that looks need of its definition.
 */
final class Grid {

  private final SiteTree tree;
  private final Sources sources;
  private final BitSet unproven;
  private final Network network;
  private final int watched;
  private final List<Carrier> carriers;
  private final List<Conductor> conductors;
  private final Meetings meetings;
  private final List<List<Conductor>> meteredOn;
  private final List<List<Cap>> rated;
  private final StandingTerms terms;
  private final int power;
  private final Allocator allocator;

  /**
   * @param unproven ports whose fallback may not be counted on (S10): what they draw when nobody
   *     can act, their limits have no say in
   */
  Grid(SiteTree tree, BitSet unproven) {
    this.tree = tree;
    this.sources = Sources.of(tree);
    this.unproven = (BitSet) unproven.clone();
    Network once = Network.of(tree);
    this.watched = once.bounds().size();
    List<Bound> twice = new ArrayList<>(once.bounds());
    places(once, Place.Kind.LINE).forEach(line -> twice.add(unwatched(once.bounds().get(line))));
    this.network = new Network(once.ports(), once.sources(), twice);
    this.carriers = network.bounds().stream().map(bound -> new Carrier(bound, sources)).toList();
    this.conductors = places(once, Place.Kind.LINE).mapToObj(this::conductor).toList();
    this.meetings = Meetings.of(tree, once, conductors);
    this.meteredOn = IntStream.range(0, sources.ports()).mapToObj(this::meteredOn).toList();
    this.rated = Caps.rated(tree, once);
    this.terms = StandingTerms.of(tree.site());
    this.power = places(once, Place.Kind.POWER).findFirst().orElseThrow();
    this.allocator = new WaterFilling(network);
  }

  private static IntStream places(Network network, Place.Kind kind) {
    return IntStream.range(0, network.bounds().size())
        .filter(place -> network.bounds().get(place).place().kind() == kind);
  }

  private Conductor conductor(int at) {
    Place place = carriers.get(at).place();
    Circuit circuit = tree.circuit(place.circuit());
    return Conductor.of(
        circuit, at, carriers.get(at), fedBy(circuit), Rises.blindTime(tree, place));
  }

  private int[] fedBy(Circuit circuit) {
    return IntStream.range(0, sources.ports())
        .filter(port -> tree.pathOf(tree.site().evses().get(port)).contains(circuit))
        .toArray();
  }

  private Bound unwatched(Bound bound) {
    List<Load> said = bound.loads().stream().filter(load -> !unproven.get(load.port())).toList();
    return new Bound(bound.place(), bound.directions(), bound.arcs(), said);
  }

  private List<Conductor> meteredOn(int port) {
    return conductors.stream()
        .filter(it -> it.circuit().meter().isPresent() && it.carrier().isLoadedBy(port))
        .toList();
  }

  BitSet unproven() {
    return unproven;
  }

  SiteTree tree() {
    return tree;
  }

  Control control() {
    return tree.site().control();
  }

  Allocator allocator() {
    return allocator;
  }

  Sources sources() {
    return sources;
  }

  /** Root first, so that a circuit's conductors come before those it feeds. */
  List<Conductor> conductors() {
    return conductors;
  }

  /** Those that a port loads and a meter watches. */
  List<Conductor> meteredConductorsOf(int port) {
    return meteredOn.get(port);
  }

  /** Where lines come together. */
  Meetings meetings() {
    return meetings;
  }

  /** How many bounds are watched; the bounds after these are the conductors unwatched, in order. */
  int watched() {
    return watched;
  }

  int bounds() {
    return carriers.size();
  }

  /** What adds up at a bound. */
  Carrier carrier(int place) {
    return carriers.get(place);
  }

  /** What its rating caps a bound at that is watched; nothing for power. */
  List<Cap> rated(int place) {
    return rated.get(place);
  }

  /** The bound that is the power of the site. */
  int power() {
    return power;
  }

  /** What does not change between looks of what claims say. */
  StandingTerms terms() {
    return terms;
  }
}
