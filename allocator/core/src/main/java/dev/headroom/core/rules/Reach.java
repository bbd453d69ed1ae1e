package dev.headroom.core.rules;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Place;
import dev.headroom.core.network.Rating;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.SiteTree;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * At most how much EVSEs can draw through each conductor, from the leaves up: all of them at their
 * maximum, or what the circuits below let pass.
 */
final class Reach {

  private final SiteTree tree;
  private final Ports ports;
  private final Map<Place, Long> passing = new HashMap<>();

  Reach(SiteTree tree, Ports ports) {
    this.tree = tree;
    this.ports = ports;
  }

  /** The reach here, once all below and the circuit's lines before its transformer are noted. */
  long note(Circuit circuit, Bound bound, Rating.Current rating) {
    long most = ports.carried(bound, Evse::maximumMilliamps);
    long reach = Math.min(most, fromBelow(circuit, bound, most));
    passing.put(bound.place(), Math.min(reach, rating.continuousMilliamps()));
    return reach;
  }

  private long fromBelow(Circuit circuit, Bound bound, long most) {
    Place place = bound.place();
    return switch (place.kind()) {
      case LINE -> {
        long own =
            ports.carried(bound, Evse::maximumMilliamps, it -> it.circuit().equals(circuit.name()));
        Phase line = place.phase().orElseThrow();
        yield own + tree.childrenOf(circuit).stream().mapToLong(it -> passed(it, line)).sum();
      }
      case SECONDARY -> passes(Place.line(circuit.name(), place.phase().orElseThrow()));
      case PRIMARY ->
          throughTransformer(circuit, circuit.transformer().orElseThrow())
              .getOrDefault(place.phase().orElseThrow(), 0L);
      case NEUTRAL, POWER -> most;
    };
  }

  private Map<Phase, Long> throughTransformer(Circuit circuit, Transformer transformer) {
    Map<Phase, Integer> secondary = new EnumMap<>(Phase.class);
    for (Phase line : circuit.phases()) {
      long passes = passes(Place.secondary(circuit.name(), line));
      secondary.put(line, Math.toIntExact(passes));
    }
    return transformer.primaryAtMost(secondary);
  }

  /** What a child lets pass into its parent's line. */
  private long passed(Circuit child, Phase line) {
    return passes(
        child.transformer().isPresent()
            ? Place.primary(child.name(), line)
            : Place.line(child.name(), line));
  }

  private long passes(Place place) {
    return passing.getOrDefault(place, 0L);
  }
}
