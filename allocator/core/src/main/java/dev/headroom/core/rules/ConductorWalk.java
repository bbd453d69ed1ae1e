package dev.headroom.core.rules;

import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import dev.headroom.core.network.Rating;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.SiteTree;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Works every conductor of a network out, from the leaves to the service entrance. */
final class ConductorWalk {

  private final SiteTree tree;
  private final Network network;
  private final Ports ports;
  private final Reach reach;
  private final Map<Place, ConductorFigures> figures = new HashMap<>();

  ConductorWalk(SiteTree tree, Network network) {
    this.tree = tree;
    this.network = network;
    this.ports = Ports.of(tree.site());
    this.reach = new Reach(tree, ports);
  }

  List<ConductorFigures> rootFirst() {
    for (Circuit circuit : tree.rootFirst().reversed()) {
      // Its lines before what they make of its transformer.
      conductors().stream()
          .filter(bound -> bound.place().circuit().equals(circuit.name()))
          .sorted(Comparator.comparing(bound -> bound.place().kind()))
          .forEach(bound -> figures.put(bound.place(), figures(circuit, bound)));
    }
    return conductors().stream().flatMap(it -> known(it.place()).stream()).toList();
  }

  private List<ConductorFigures> known(Place place) {
    ConductorFigures its = figures.get(place);
    return its == null ? List.of() : List.of(its);
  }

  private List<Bound> conductors() {
    return network.bounds().stream()
        .filter(bound -> bound.place().kind() != Place.Kind.POWER)
        .toList();
  }

  private ConductorFigures figures(Circuit circuit, Bound bound) {
    Place place = bound.place();
    Rating.Current rating =
        switch (Rating.of(tree, place)) {
          case Rating.Current current -> current;
          case Rating.Power _ -> throw new IllegalStateException(place + " is no conductor");
        };
    boolean alwaysWorst =
        circuit.meter().isEmpty() || tree.site().control().mode() == Control.Mode.STATIC;
    return new ConductorFigures(
        place,
        circuit,
        rating,
        alwaysWorst ? rating.worstBaseMilliamps() : 0,
        ports.below(bound),
        ports.carried(bound, Evse::fallbackMilliamps),
        ports.carried(bound, Evse::minimumMilliamps),
        reach.note(circuit, bound, rating),
        Rises.blindTime(tree, place));
  }
}
