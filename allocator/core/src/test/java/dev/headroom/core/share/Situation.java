package dev.headroom.core.share;

import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Network;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** All that an allocator is asked with, and the same seen in other ways. */
record Situation(Network network, Claims claims, Room room) {

  /** Every current and every room so many times as large, and the steps with them. */
  Situation times(int factor) {
    List<PilotSteps> steps = claims.steps().stream().map(it -> times(it, factor)).toList();
    return times(factor, steps);
  }

  /** The same in thousandths of milliamperes, all of which everybody accepts. */
  Situation inMicroamps() {
    return times(1000, Collections.nCopies(claims.ports(), new PilotSteps.Every(1)));
  }

  private Situation times(int factor, List<PilotSteps> steps) {
    Claims more =
        new Claims(
            times(claims.standing(), factor),
            times(claims.least(), factor),
            times(claims.most(), factor),
            claims.weight(),
            claims.rank(),
            claims.order(),
            claims.sources(),
            steps,
            claims.tenants());
    double[][] taken =
        Arrays.stream(room.taken()).map(it -> times(it, factor)).toArray(double[][]::new);
    return new Situation(
        network,
        more,
        new Room(times(room.filling(), factor), times(room.floors(), factor), taken));
  }

  private static PilotSteps times(PilotSteps steps, int factor) {
    return switch (steps) {
      case PilotSteps.Every(int step) -> new PilotSteps.Every(step * factor);
      case PilotSteps.Set set -> new PilotSteps.Set(times(set.milliamps(), factor));
    };
  }

  private static int[] times(int[] values, int factor) {
    return Arrays.stream(values).map(it -> it * factor).toArray();
  }

  private static double[] times(double[] values, int factor) {
    return Arrays.stream(values).map(it -> it * factor).toArray();
  }

  /** With its ports numbered otherwise: {@code ports[p]} is now port p. */
  Situation renumbered(int[] ports) {
    int[] now = new int[ports.length];
    for (int p = 0; p < ports.length; p++) {
      now[ports[p]] = p;
    }
    List<Bound> bounds =
        network.bounds().stream().map(it -> renumbered(it, port -> now[port])).toList();
    List<Integer> sources = Arrays.stream(ports).mapToObj(network.sources()::get).toList();
    Claims same =
        new Claims(
            picked(claims.standing(), ports),
            picked(claims.least(), ports),
            picked(claims.most(), ports),
            picked(claims.weight(), ports),
            picked(claims.rank(), ports),
            Arrays.stream(claims.order()).map(port -> now[port]).toArray(),
            picked(claims.sources(), ports),
            Arrays.stream(ports).mapToObj(claims.steps()::get).toList(),
            new Tenants(picked(claims.tenants().of(), ports), claims.tenants().weight()));
    return new Situation(new Network(ports.length, sources, bounds), same, room);
  }

  private static Bound renumbered(Bound bound, IntUnaryOperator now) {
    List<Load> loads =
        bound.loads().stream()
            .map(
                it -> new Load(now.applyAsInt(it.port()), it.source(), it.direction(), it.factor()))
            .toList();
    return new Bound(bound.place(), bound.directions(), bound.arcs(), loads);
  }

  static int[] picked(int[] values, int[] places) {
    return Arrays.stream(places).map(it -> values[it]).toArray();
  }

  /** With so much more room at one bound; at all of them if there is no such place. */
  Situation roomier(int place, double more) {
    double[] filling = room.filling().clone();
    double[] floors = room.floors().clone();
    for (int b = 0; b < filling.length; b++) {
      if (b == place || place >= filling.length) {
        filling[b] += more;
        floors[b] += more;
      }
    }
    return new Situation(network, claims, new Room(filling, floors, room.taken()));
  }

  /** With one bound and no others. */
  Situation only(int place) {
    Bound bound = network.bounds().get(place);
    return new Situation(
        new Network(network.ports(), network.sources(), List.of(bound)),
        claims,
        new Room(
            new double[] {room.filling()[place]},
            new double[] {room.floors()[place]},
            new double[][] {room.taken()[place]}));
  }

  /** With one port that can use only so much. */
  Situation using(int port, int most) {
    int[] mosts = claims.most().clone();
    if (port < mosts.length) {
      mosts[port] = Math.min(most, mosts[port]);
    }
    Claims less =
        new Claims(
            claims.standing(),
            claims.least(),
            mosts,
            claims.weight(),
            claims.rank(),
            claims.order(),
            claims.sources(),
            claims.steps(),
            claims.tenants());
    return new Situation(network, less, room);
  }

  IntStream ports() {
    return IntStream.range(0, claims.ports());
  }

  @Override
  public String toString() {
    return "ports %d\nstanding %s\nleast %s\nmost %s\nweight %s\nrank %s\norder %s\nsources %s\n"
            .formatted(
                network.ports(),
                Arrays.toString(claims.standing()),
                Arrays.toString(claims.least()),
                Arrays.toString(claims.most()),
                Arrays.toString(claims.weight()),
                Arrays.toString(claims.rank()),
                Arrays.toString(claims.order()),
                Arrays.toString(claims.sources()))
        + "steps %s\ntenants %s %s\nfilling %s\nfloors %s\ntaken %s\nbounds %s"
            .formatted(
                claims.steps(),
                Arrays.toString(claims.tenants().of()),
                Arrays.toString(claims.tenants().weight()),
                Arrays.toString(room.filling()),
                Arrays.toString(room.floors()),
                Arrays.deepToString(room.taken()),
                network.bounds());
  }
}
