package dev.headroom.core.share;

import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** One sharing: letting in, filling, rounding, each on what the one before left. */
final class NaiveSharing {

  /** So little more, in milliamperes, that who can't have it can't have any. */
  private static final double BIT = 0.01;

  /** What halving leaves missing to a whole milliampere. */
  private static final double MISSING = 1e-7;

  private final Claims claims;
  private final Room room;
  private final NaiveBounds bounds;
  private final int[][] loaded;
  private final double[] currents;
  private final boolean[] in;
  private final int[] stoppedBy;

  NaiveSharing(Network network, Claims claims, Room room) {
    this.claims = claims;
    this.room = room;
    bounds = new NaiveBounds(network, claims.sources(), room.taken());
    loaded = IntStream.range(0, claims.ports()).mapToObj(bounds::loadedBy).toArray(int[][]::new);
    currents = Arrays.stream(claims.standing()).asDoubleStream().toArray();
    in = new boolean[claims.ports()];
    stoppedBy = new int[claims.ports()];
    Arrays.fill(stoppedBy, Shares.NOTHING);
  }

  Shares shares() {
    for (int port : claims.order()) {
      letIn(port);
    }
    double[] start = currents.clone();
    Arrays.stream(claims.rank()).sorted().distinct().forEach(this::fill);
    round(start);
    for (int port = 0; port < claims.ports(); port++) {
      stoppedBy[port] = in[port] ? stopOf(port) : stoppedBy[port];
    }
    return new Shares(Arrays.stream(currents).mapToInt(it -> (int) it).toArray(), stoppedBy);
  }

  private void letIn(int port) {
    if (claims.most()[port] <= claims.standing()[port]) {
      return;
    }
    int floor = claims.floor(port);
    if (claims.standing()[port] >= floor) {
      in[port] = true;
    } else if (floor <= claims.most()[port]) {
      stoppedBy[port] = obstacle(port, floor, room.floors());
      in[port] = stoppedBy[port] == Shares.NOTHING;
      currents[port] = in[port] ? floor : currents[port];
    }
  }

  /** The first bound that would not keep its room if this port alone went up to a current. */
  private int obstacle(int port, double milliamps, double[] rooms) {
    double[] tried = currents.clone();
    tried[port] = milliamps;
    return Arrays.stream(loaded[port])
        .filter(b -> !bounds.keeps(b, rooms, tried))
        .findFirst()
        .orElse(Shares.NOTHING);
  }

  private void fill(int rank) {
    List<Integer> rising = new ArrayList<>();
    for (int port = 0; port < claims.ports(); port++) {
      if (in[port] && claims.rank()[port] == rank) {
        rising.add(port);
      }
    }
    NaiveLevels levels = new NaiveLevels(claims, rising, currents.clone());
    for (rising.removeIf(this::stops); !rising.isEmpty(); rising.removeIf(this::stops)) {
      riseTogether(rising, levels);
    }
  }

  private boolean stops(int port) {
    if (currents[port] >= claims.most()[port]) {
      return true;
    }
    stoppedBy[port] = obstacle(port, currents[port] + BIT, room.filling());
    return stoppedBy[port] != Shares.NOTHING;
  }

  private void riseTogether(List<Integer> rising, NaiveLevels levels) {
    int[] places = bounds.loadedBy(rising);
    double level =
        Bisection.largest(
            levels.top(),
            it -> {
              double[] tried = levels.at(it, rising, currents);
              return Arrays.stream(places).allMatch(b -> bounds.keeps(b, room.filling(), tried));
            });
    double[] risen = levels.at(level, rising, currents);
    System.arraycopy(risen, 0, currents, 0, risen.length);
  }

  private void round(double[] start) {
    List<Integer> open = new ArrayList<>();
    for (int port = 0; port < claims.ports(); port++) {
      if (in[port]) {
        int accepted = claims.steps().get(port).atMost((int) (currents[port] + MISSING));
        currents[port] = Math.max(start[port], accepted);
        open.add(port);
      }
    }
    while (!open.isEmpty()) {
      Integer next = open.stream().min(turn()).orElseThrow();
      if (!stepsUp(next)) {
        open.remove(next);
      }
    }
  }

  private Comparator<Integer> turn() {
    int[] place = new int[claims.ports()];
    for (int p = 0; p < place.length; p++) {
      place[claims.order()[p]] = p;
    }
    return Comparator.<Integer>comparingInt(port -> claims.rank()[port])
        .thenComparingDouble(port -> currents[port] / claims.weight()[port])
        .thenComparingInt(port -> place[port]);
  }

  private boolean stepsUp(int port) {
    boolean fits =
        asksForNext(port) && obstacle(port, next(port), room.filling()) == Shares.NOTHING;
    currents[port] = fits ? next(port) : currents[port];
    return fits;
  }

  private boolean asksForNext(int port) {
    return next(port) != PilotSteps.NONE && next(port) <= claims.most()[port];
  }

  private int stopOf(int port) {
    if (!asksForNext(port)) {
      return Shares.NOTHING;
    }
    double[] tried = currents.clone();
    tried[port] = next(port);
    boolean stillStopped =
        stoppedBy[port] != Shares.NOTHING && !bounds.keeps(stoppedBy[port], room.filling(), tried);
    return stillStopped ? stoppedBy[port] : obstacle(port, next(port), room.filling());
  }

  private int next(int port) {
    return claims.steps().get(port).atLeast((int) currents[port] + 1);
  }
}
