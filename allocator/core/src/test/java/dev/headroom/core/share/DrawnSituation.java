package dev.headroom.core.share;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import dev.headroom.core.site.Sharing.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** What a drawn site asks an allocator. */
final class DrawnSituation {

  /** Of a transformer from 480 V in delta to 208Y/120. */
  private static final double PRIMARY_RATIO = 0.25;

  private final DrawnSite site;
  private final Network network;

  DrawnSituation(DrawnSite site, Sums sums) {
    this.site = site;
    Network ofTree = Network.of(site.tree(), sums);
    List<Bound> bounds = new ArrayList<>(ofTree.bounds());
    if (site.neutralMilliamps() > 0) {
      bounds.add(neutral());
    }
    if (site.primaryMilliamps() > 0 && site.supply().phases().size() == 3) {
      for (Phase line : Phase.values()) {
        bounds.add(primary(line));
      }
    }
    network = new Network(ofTree.ports(), ofTree.sources(), bounds);
  }

  /** Whatever the lines carry comes back through the neutral. */
  private Bound neutral() {
    return envelope(
        new Place(Place.Kind.NEUTRAL, "c0", Optional.empty()),
        current -> current.values().stream().reduce(Phasor.ZERO, Phasor::plus).times(-1));
  }

  /** A line of the delta carries the difference of two lines of the wye. */
  private Bound primary(Phase line) {
    Phase before = Phase.values()[(line.ordinal() + 2) % 3];
    return envelope(
        new Place(Place.Kind.PRIMARY, "c0", Optional.of(line)),
        current -> on(line, current).minus(on(before, current)).times(PRIMARY_RATIO));
  }

  private static Phasor on(Phase line, Map<Phase, Phasor> current) {
    return current.getOrDefault(line, Phasor.ZERO);
  }

  private Bound envelope(Place place, Function<Map<Phase, Phasor>, Phasor> through) {
    List<Phasor> directions = new ArrayList<>();
    List<Load> loads = new ArrayList<>();
    for (int port = 0; port < site.ports().size(); port++) {
      Wiring wiring = site.wiring(site.ports().get(port));
      List<Map<Phase, Phasor>> currents = wiring.currents(site.supply().system());
      for (int source = 0; source < currents.size(); source++) {
        Phasor current = through.apply(currents.get(source));
        if (!current.isNegligible()) {
          int direction = place(directions, current);
          loads.add(new Load(port, source, direction, current.magnitude()));
        }
      }
    }
    return Bound.of(place, directions, loads);
  }

  private static int place(List<Phasor> directions, Phasor current) {
    for (int d = 0; d < directions.size(); d++) {
      if (directions.get(d).pointsLike(current)) {
        return d;
      }
    }
    directions.add(current.direction());
    return directions.size() - 1;
  }

  Situation situation() {
    Claims claims = claims();
    int bounds = network.bounds().size();
    double[] filling = new double[bounds];
    double[] floors = new double[bounds];
    double[][] taken = new double[bounds][];
    for (int b = 0; b < bounds; b++) {
      Bound bound = network.bounds().get(b);
      filling[b] = filling(bound.place());
      floors[b] = filling[b] + floorsBeyond(bound.place());
      taken[b] = taken(bound, claims);
    }
    return new Situation(network, claims, new Room(filling, floors, taken));
  }

  private double filling(Place place) {
    DrawnSite.Line circuit = line(place);
    return switch (place.kind()) {
      case LINE ->
          circuit.breaker() * 0.8 - circuit.base().get(place.phase().orElseThrow().ordinal());
      case NEUTRAL -> site.neutralMilliamps();
      case PRIMARY, SECONDARY -> site.primaryMilliamps();
      case POWER -> site.powerWatts() == 0 ? Double.POSITIVE_INFINITY : site.powerWatts() * 1000.0;
    };
  }

  private double floorsBeyond(Place place) {
    return place.kind() == Place.Kind.LINE ? line(place).floorsBeyond() : 0;
  }

  private DrawnSite.Line line(Place place) {
    return site.circuits().get(Integer.parseInt(place.circuit().substring(1)));
  }

  private double[] taken(Bound bound, Claims claims) {
    double[] taken = new double[bound.directions().size()];
    for (Load load : bound.loads()) {
      if ((claims.sources()[load.port()] >> load.source() & 1) != 0) {
        int percent = site.ports().get(load.port()).spot().drewPercent();
        taken[load.direction()] += load.factor() * claims.standing()[load.port()] * percent / 100.0;
      }
    }
    return taken;
  }

  private Claims claims() {
    return new Claims(
        wished(DrawnSite.Wish::standing),
        wished(DrawnSite.Wish::least),
        wished(DrawnSite.Wish::most),
        wished(DrawnSite.Wish::weight),
        wished(DrawnSite.Wish::rank),
        site.order().stream().mapToInt(it -> it).toArray(),
        IntStream.range(0, site.ports().size()).map(this::sources).toArray(),
        site.ports().stream().map(it -> it.wish().steps()).toList(),
        new Tenants(wished(DrawnSite.Wish::tenant), new int[] {1, 2, 3}));
  }

  /** Not more than it has; all where chance left none. */
  private int sources(int port) {
    int all = (1 << network.sources().get(port)) - 1;
    int drawn = site.ports().get(port).spot().lines() & all;
    return drawn == 0 ? Claims.ALL_SOURCES : drawn;
  }

  private int[] wished(ToIntFunction<DrawnSite.Wish> of) {
    return site.ports().stream().mapToInt(it -> of.applyAsInt(it.wish())).toArray();
  }
}
