package dev.headroom.core.share;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A network that nobody would build, and claims and room to go with it; all from one seed. */
record RandomSharing(Network network, Claims claims, Room room) {

  private static final List<PilotSteps> STEPS =
      List.of(
          PilotSteps.TENTHS,
          PilotSteps.AMPERES,
          new PilotSteps.Every(1),
          new PilotSteps.Set(6000, 10_000, 13_000, 16_000, 32_000),
          new PilotSteps.Set(8000, 16_000, 24_000));

  static RandomSharing of(long seed) {
    Random random = new Random(seed);
    int ports = 1 + random.nextInt(8);
    List<Integer> sources =
        IntStream.range(0, ports).mapToObj(_ -> random.nextBoolean() ? 1 : 3).toList();
    List<Bound> bounds = new ArrayList<>();
    for (int b = random.nextInt(6); b >= 0; b--) {
      bounds.add(bound(random, ports, sources, b));
    }
    Network network = new Network(ports, sources, bounds);
    Claims claims = claims(random, ports);
    return new RandomSharing(network, claims, room(random, network, claims));
  }

  /** Circuits whose lines all three-phase ports load alike, but for vehicles of one or two. */
  static RandomSharing threePhase(long seed) {
    Random random = new Random(seed);
    int ports = 1 + random.nextInt(8);
    List<Bound> bounds = new ArrayList<>();
    for (int circuit = random.nextInt(3); circuit >= 0; circuit--) {
      bounds.addAll(lines(random, ports, circuit));
    }
    Collections.shuffle(bounds, random);
    Network network = new Network(ports, Collections.nCopies(ports, 3), bounds);
    Claims claims = claims(random, ports);
    Room room = room(random, network, claims);
    for (int b = 0; b < bounds.size() && random.nextBoolean(); b++) {
      room.filling()[b] = Math.min(room.filling()[b], 30_000);
    }
    return new RandomSharing(network, claims, room);
  }

  private static List<Bound> lines(Random random, int ports, int circuit) {
    int[] below = IntStream.range(0, ports).filter(_ -> random.nextInt(4) > 0).toArray();
    return Arrays.stream(Phase.values())
        .map(
            phase ->
                Bound.of(
                    Place.line("circuit-" + circuit, phase),
                    List.of(Phasor.ONE),
                    Arrays.stream(below)
                        .mapToObj(port -> new Load(port, phase.ordinal(), 0, 1))
                        .toList()))
        .toList();
  }

  private static Bound bound(Random random, int ports, List<Integer> sources, int number) {
    double[] turns =
        switch (random.nextInt(4)) {
          case 0 -> new double[] {0};
          case 1 -> new double[] {30, -30};
          case 2 -> new double[] {0, -60, -30};
          default -> new double[] {0, 120, -120, 30};
        };
    List<Load> loads = new ArrayList<>();
    for (int port = 0; port < ports; port++) {
      if (random.nextInt(4) > 0) {
        for (int source = 0; source < sources.get(port); source++) {
          double factor = random.nextInt(3) == 0 ? 0.25 + random.nextDouble() : 1;
          loads.add(new Load(port, source, random.nextInt(turns.length), factor));
        }
      }
    }
    List<Phasor> directions =
        java.util.Arrays.stream(turns).mapToObj(degrees -> Phasor.polar(1, degrees)).toList();
    return Bound.of(Place.line("circuit-" + number, Phase.L1), directions, loads);
  }

  private static Claims claims(Random random, int ports) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, ports).boxed().toList());
    Collections.shuffle(order, random);
    int ranks = 1 + random.nextInt(3);
    boolean tenants = random.nextInt(3) == 0;
    return new Claims(
        each(ports, () -> random.nextInt(4) > 0 ? 0 : random.nextInt(20_000)),
        each(ports, () -> random.nextBoolean() ? 6000 : random.nextInt(9000)),
        each(ports, () -> random.nextBoolean() ? 32_000 : random.nextInt(33_000)),
        each(ports, () -> random.nextBoolean() ? 1 : 1 + random.nextInt(5)),
        each(ports, () -> random.nextInt(ranks)),
        order.stream().mapToInt(port -> port).toArray(),
        each(ports, () -> random.nextInt(3) > 0 ? Claims.ALL_SOURCES : random.nextInt(8)),
        IntStream.range(0, ports).mapToObj(_ -> STEPS.get(random.nextInt(STEPS.size()))).toList(),
        tenants
            ? new Tenants(each(ports, () -> random.nextInt(3) - 1), new int[] {1, 3})
            : Tenants.none(ports));
  }

  private static Room room(Random random, Network network, Claims claims) {
    int bounds = network.bounds().size();
    double[] filling = new double[bounds];
    double[] floors = new double[bounds];
    double[][] taken = new double[bounds][];
    for (int b = 0; b < bounds; b++) {
      filling[b] = random.nextInt(12) == 0 ? -5 : random.nextInt(25_000) * (1 + random.nextInt(8));
      floors[b] = filling[b] + (random.nextInt(3) == 0 ? random.nextInt(20_000) : 0);
      taken[b] = new double[network.bounds().get(b).directions().size()];
      for (Load load : network.bounds().get(b).loads()) {
        boolean counts = (claims.sources()[load.port()] >> load.source() & 1) != 0;
        if (counts && random.nextInt(3) == 0) {
          taken[b][load.direction()] +=
              random.nextDouble() * load.factor() * claims.standing()[load.port()];
        }
      }
    }
    return new Room(filling, floors, taken);
  }

  private static int[] each(int ports, java.util.function.IntSupplier value) {
    return IntStream.range(0, ports).map(_ -> value.getAsInt()).toArray();
  }
}
