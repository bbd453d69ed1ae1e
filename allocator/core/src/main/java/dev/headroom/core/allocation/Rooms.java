package dev.headroom.core.allocation;

import dev.headroom.core.share.Room;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The room every bound of a site has now, and what to say of it when it is full. */
final class Rooms {

  private static final double ROUNDING = 1e-6;

  private final Look look;
  private final Grid grid;

  Rooms(Look look) {
    this.look = look;
    this.grid = look.grid();
  }

  /** Beside the likely base load: what there is to share. */
  Room likely() {
    return room(base -> Sure.worst(base.likely()), look.blind().likely());
  }

  /** Beside everything that may flow: into this alone may anything rise (S1). */
  Room sure() {
    return room(BaseLoad::sure, look.blind().sure());
  }

  private interface Estimate {
    Sure of(BaseLoad base);
  }

  private Room room(Estimate estimate, double[] blind) {
    int bounds = grid.bounds();
    double[] filling = new double[bounds];
    double[] floors = new double[bounds];
    double[][] taken = new double[bounds][];
    for (int place = 0; place < grid.watched(); place++) {
      Sure sure = estimate.of(look.bases().get(place));
      filling[place] = Cap.lowest(look.caps().get(place)) - sure.beyond();
      // A programme that may not pause EVSEs is no reason to pause one: the floor stands.
      floors[place] = Cap.lowestThatPauses(look.caps().get(place)) - sure.beyond();
      taken[place] = taken(grid.carrier(place), sure.drawn());
    }
    for (int place = grid.watched(); place < bounds; place++) {
      filling[place] = blind[place - grid.watched()];
      floors[place] = filling[place];
      taken[place] = new double[grid.carrier(place).directions()];
    }
    return new Room(filling, floors, taken);
  }

  private double[] taken(Carrier carrier, Flows drawn) {
    double[] taken = carrier.sums(drawn);
    if (!drawn.isNone()) {
      double[] standing = carrier.sums(look.flows());
      for (int d = 0; d < taken.length; d++) {
        taken[d] = Math.min(taken[d], standing[d]);
      }
    }
    return taken;
  }

  /** Why somebody rises no further here. */
  Reason whyFull(int place) {
    return place >= grid.watched() ? blind(place) : why(place, look.caps().get(place).stream());
  }

  /** Why somebody is not let in here. */
  Reason whyNoRoom(int place) {
    return (place >= grid.watched()
            ? blind(place)
            : why(place, look.caps().get(place).stream().filter(Cap::mayPause)))
        .waiting();
  }

  private Reason blind(int place) {
    return Reason.at(Reason.Kind.BLIND_TIME, grid.carrier(place).place());
  }

  private Reason why(int place, Stream<Cap> caps) {
    Optional<Reason> tightest = caps.min(Comparator.comparingDouble(Cap::most)).map(Cap::cause);
    Reason cause = tightest.orElseGet(() -> Reason.at(grid.carrier(place).place()));
    boolean worst = look.bases().get(place).worstCase();
    return worst && cause.kind() == Reason.Kind.FAIR_SHARE
        ? new Reason(Reason.Kind.METER_MISSING, cause.circuit(), cause.phase())
        : cause;
  }

  /** The ports of all bounds that carry too much if EVSEs draw this beside what is likely. */
  boolean[] overloading(Room room, int[] milliamps) {
    Flows flows = look.flows(milliamps);
    boolean[] members = new boolean[milliamps.length];
    for (int place = 0; place < grid.bounds(); place++) {
      Carrier carrier = grid.carrier(place);
      if (carried(carrier, room.taken()[place], flows) > room.filling()[place] + ROUNDING) {
        for (int port : carrier.ports()) {
          members[port] = true;
        }
      }
    }
    return members;
  }

  private static double carried(Carrier carrier, double[] taken, Flows flows) {
    double[] sums = carrier.sums(flows);
    for (int d = 0; d < sums.length; d++) {
      sums[d] -= taken[d];
    }
    return carrier.carried(sums);
  }
}
