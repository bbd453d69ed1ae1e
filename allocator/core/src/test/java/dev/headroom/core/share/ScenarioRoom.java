package dev.headroom.core.share;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A scenario's network, with the bounds that its file draws by hand, and the room of each. */
final class ScenarioRoom {

  private final Fields file;
  private final ScenarioSite site;
  private final List<String> evses;
  private final Network network;

  ScenarioRoom(Fields file, ScenarioSite site, Network ofTree) {
    this.file = file;
    this.site = site;
    evses = List.copyOf(site.evses().keySet());
    List<Bound> bounds = new ArrayList<>(ofTree.bounds());
    file.entries("bounds").forEach((place, it) -> bounds.add(byHand(place, it)));
    network = new Network(ofTree.ports(), ofTree.sources(), bounds);
  }

  Network network() {
    return network;
  }

  private Bound byHand(String words, Object value) {
    Fields bound = Fields.of(words, value, Set.of("room", "loads"));
    List<Phasor> directions = new ArrayList<>();
    List<Load> loads = new ArrayList<>();
    bound
        .entries("loads")
        .forEach(
            (evse, list) -> {
              List<String> sources = Fields.list(list);
              for (int source = 0; source < sources.size(); source++) {
                String[] load = sources.get(source).split("@");
                int direction = place(directions, Phasor.polar(1, Fields.number(load[1])));
                double factor = Fields.number(load[0]);
                loads.add(new Load(evses.indexOf(evse), source, direction, factor));
              }
            });
    return Bound.of(place(words), directions, loads);
  }

  private static int place(List<Phasor> directions, Phasor direction) {
    for (int d = 0; d < directions.size(); d++) {
      if (directions.get(d).pointsLike(direction)) {
        return d;
      }
    }
    directions.add(direction);
    return directions.size() - 1;
  }

  private static Place place(String words) {
    String[] parts = words.split(" ");
    Place.Kind kind = Place.Kind.valueOf(parts[1].toUpperCase(Locale.ROOT));
    return new Place(
        kind, parts[0], parts.length > 2 ? Optional.of(Phase.valueOf(parts[2])) : Optional.empty());
  }

  Room room() {
    int places = network.bounds().size();
    double[] filling = new double[places];
    double[] floors = new double[places];
    double[][] taken = new double[places][];
    int[] drew = new int[network.ports()];
    file.entries("drew")
        .forEach((evse, it) -> drew[evses.indexOf(evse)] = (int) (Fields.number(it) * 1000));
    for (int b = 0; b < places; b++) {
      Bound bound = network.bounds().get(b);
      filling[b] = room(bound.place(), true);
      floors[b] = room(bound.place(), false);
      taken[b] = bound.sums(drew);
    }
    return new Room(filling, floors, taken);
  }

  private double room(Place place, boolean filling) {
    Object drawn = file.entries("bounds").get(Scenario.words(place));
    if (drawn != null) {
      return Fields.of(Scenario.words(place), drawn, Set.of("room", "loads"))
          .thousandths("room", 0);
    }
    return switch (place.kind()) {
      case LINE ->
          line(
              Optional.ofNullable(site.circuits().get(place.circuit())).orElseThrow(),
              place.phase().orElseThrow(),
              filling);
      case POWER -> power(filling);
      case NEUTRAL, SECONDARY, PRIMARY ->
          throw new IllegalArgumentException("no room is known for " + place);
    };
  }

  /** Breaker × factor, or a ceiling if that is lower, less the base load. */
  private static double line(Fields circuit, Phase phase, boolean filling) {
    double rating = circuit.thousandths("breaker", 0) * (circuit.thousandths("factor", 0.8) / 1e3);
    double base =
        circuit
            .get("base", it -> it instanceof Map<?, ?> lines ? lines.get(phase.name()) : it)
            .map(it -> Fields.number(it) * 1000)
            .orElse(0.0);
    return Math.min(rating, ceiling(circuit, filling)) - base;
  }

  private double power(boolean filling) {
    Fields power = Fields.of("power", file.entries("power"), Set.of("ceiling", "base", "mayPause"));
    return ceiling(power, filling) - power.thousandths("base", 0);
  }

  private static double ceiling(Fields of, boolean filling) {
    boolean counts = filling || of.flag("mayPause", true);
    return counts
        ? of.get("ceiling", it -> Fields.number(it) * 1000).orElse(Double.POSITIVE_INFINITY)
        : Double.POSITIVE_INFINITY;
  }
}
