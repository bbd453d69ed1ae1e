package dev.headroom.bench;

import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import dev.headroom.core.share.Claims;
import dev.headroom.core.share.Room;
import dev.headroom.core.share.Tenants;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** One question to an allocator: who asks for how much, and what there is. */
record Look(Claims claims, Room room) {

  /** What vehicles can use; most of them all that the port has. */
  private static final int[] MOST = {32_000, 32_000, 32_000, 16_000, 20_000, 24_000};

  /** So many, unlike each other, all from one seed. */
  static List<Look> several(int count, Network network, int rootPercent) {
    Random random = new Random(network.ports() * 100L + rootPercent);
    return IntStream.range(0, count).mapToObj(_ -> one(random, network, rootPercent)).toList();
  }

  private static Look one(Random random, Network network, int rootPercent) {
    int ports = network.ports();
    int[] least = new int[ports];
    int[] most = new int[ports];
    int[] weight = new int[ports];
    int[] sources = new int[ports];
    List<Integer> order = new java.util.ArrayList<>();
    for (int port = 0; port < ports; port++) {
      least[port] = 6000;
      most[port] = MOST[random.nextInt(MOST.length)];
      weight[port] = random.nextInt(8) == 0 ? 2 : 1;
      sources[port] = Claims.ALL_SOURCES;
      order.add(port);
    }
    Collections.shuffle(order, random);
    Claims claims =
        new Claims(
            new int[ports],
            least,
            most,
            weight,
            new int[ports],
            order.stream().mapToInt(port -> port).toArray(),
            sources,
            Collections.nCopies(ports, PilotSteps.TENTHS),
            Tenants.none(ports));
    return new Look(claims, room(random, network, rootPercent));
  }

  /**
   * The service's share of what all ports could load it with; panels have half to all of theirs.
   */
  private static Room room(Random random, Network network, int rootPercent) {
    int[] full = new int[network.ports()];
    Arrays.fill(full, Garage.MAXIMUM_MILLIAMPS);
    Place root = network.bounds().getFirst().place();
    double[] room = new double[network.bounds().size()];
    for (int b = 0; b < room.length; b++) {
      Bound bound = network.bounds().get(b);
      boolean isRoot = bound.place().circuit().equals(root.circuit());
      int percent = isRoot ? rootPercent : 50 + random.nextInt(50);
      room[b] = Math.floor(bound.carried(bound.sums(full)) * percent / 100);
    }
    return Room.of(network, room);
  }
}
