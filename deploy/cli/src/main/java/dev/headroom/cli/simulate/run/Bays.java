package dev.headroom.cli.simulate.run;

import dev.headroom.cli.simulate.stays.Stay;
import java.util.Arrays;
import java.util.List;

/** Who stands where and what each has got so far. */
final class Bays {

  private static final int NOBODY = -1;

  private final List<Stay> stays;
  private final int[] stayAt;
  private final long[] delivered;

  Bays(int ports, List<Stay> stays) {
    this.stays = stays;
    this.stayAt = new int[ports];
    this.delivered = new long[stays.size()];
    Arrays.fill(stayAt, NOBODY);
  }

  int ports() {
    return stayAt.length;
  }

  void arrive(int stay) {
    stayAt[stays.get(stay).port()] = stay;
  }

  /** Those whose time has come drive off. */
  void departUntil(long nowMillis) {
    for (int port = 0; port < stayAt.length; port++) {
      if (taken(port) && at(port).departureMillis() <= nowMillis) {
        stayAt[port] = NOBODY;
      }
    }
  }

  /** When the next one who wants something leaves, if that is before this. */
  long nextDeparture(long beforeMillis) {
    long next = beforeMillis;
    for (int port = 0; port < stayAt.length; port++) {
      if (wants(port)) {
        next = Math.min(next, at(port).departureMillis());
      }
    }
    return next;
  }

  boolean taken(int port) {
    return stayAt[port] != NOBODY;
  }

  boolean wants(int port) {
    return taken(port) && left(port) > 0;
  }

  boolean anyWants() {
    for (int port = 0; port < stayAt.length; port++) {
      if (wants(port)) {
        return true;
      }
    }
    return false;
  }

  /** Of a port that is taken. */
  Stay at(int port) {
    return stays.get(stayAt[port]);
  }

  /** The stay's place in the list. */
  int stayAt(int port) {
    return stayAt[port];
  }

  /** What its vehicle still takes, in microjoules. */
  long left(int port) {
    return at(port).demandMicrojoules() - delivered[stayAt[port]];
  }

  /** What its vehicle has got, in microjoules. */
  long delivered(int port) {
    return delivered[stayAt[port]];
  }

  void deliver(int port, long microjoules) {
    delivered[stayAt[port]] += microjoules;
  }

  long[] delivered() {
    return delivered;
  }
}
