package dev.headroom.core.allocation;

import dev.headroom.core.network.Bound;
import dev.headroom.core.share.Room;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The room every bound of a site has now, and what to say of it when it is full. */
final class Rooms {

  private final Look look;
  private final Grid grid;

  Rooms(Look look) {
    this.look = look;
    this.grid = look.grid();
  }

  /** Beside the likely base load: what there is to share. */
  Room likely() {
    return room(base -> Sure.worst(grid.network(), base.likely()));
  }

  /** Beside everything that may flow: into this alone may anything rise (S1). */
  Room sure() {
    return room(BaseLoad::sure);
  }

  private interface Estimate {
    Sure of(BaseLoad base);
  }

  private Room room(Estimate estimate) {
    int bounds = grid.network().bounds().size();
    double[] filling = new double[bounds];
    double[] floors = new double[bounds];
    double[][] taken = new double[bounds][];
    Flows most = look.flows(port -> look.most()[port]);
    for (int place = 0; place < grid.watched(); place++) {
      Sure sure = estimate.of(look.bases().get(place));
      filling[place] = lowest(look.caps().get(place).stream()) - sure.beyond();
      floors[place] = lowest(pausing(place)) - sure.beyond();
      taken[place] = taken(grid.bound(place), sure.drawn(), most);
    }
    for (int place = grid.watched(); place < bounds; place++) {
      filling[place] = look.blind().get(place - grid.watched());
      floors[place] = filling[place];
      taken[place] = new double[grid.bound(place).directions().size()];
    }
    return new Room(filling, floors, taken);
  }

  private static double[] taken(Bound bound, Flows drawn, Flows most) {
    double[] taken = drawn.sums(bound);
    double[] standing = most.sums(bound);
    for (int d = 0; d < taken.length; d++) {
      taken[d] = Math.min(taken[d], standing[d]);
    }
    return taken;
  }

  /** A programme that may not pause EVSEs is no reason to pause one: the floor stands. */
  private Stream<Cap> pausing(int place) {
    return look.caps().get(place).stream().filter(Cap::mayPause);
  }

  private static double lowest(Stream<Cap> caps) {
    return caps.mapToDouble(Cap::most).min().orElse(Double.MAX_VALUE);
  }

  /** Why somebody rises no further here. */
  Reason whyFull(int place) {
    return place >= grid.watched() ? blind(place) : why(place, look.caps().get(place).stream());
  }

  /** Why somebody is not let in here. */
  Reason whyNoRoom(int place) {
    return (place >= grid.watched() ? blind(place) : why(place, pausing(place))).waiting();
  }

  private Reason blind(int place) {
    return Reason.at(Reason.Kind.BLIND_TIME, grid.bound(place).place());
  }

  private Reason why(int place, Stream<Cap> caps) {
    Optional<Reason> tightest = caps.min(Comparator.comparingDouble(Cap::most)).map(Cap::cause);
    Reason cause = tightest.orElseGet(() -> Reason.at(grid.bound(place).place()));
    boolean worst = look.bases().get(place).worstCase();
    return worst && cause.kind() == Reason.Kind.FAIR_SHARE
        ? new Reason(Reason.Kind.METER_MISSING, cause.circuit(), cause.phase())
        : cause;
  }

  /** Which bounds carry too much if EVSEs draw this beside what is likely. */
  List<Integer> broken(Room room, int[] milliamps) {
    Flows flows = look.flows(port -> milliamps[port]);
    return Stream.iterate(0, place -> place + 1)
        .limit(grid.network().bounds().size())
        .filter(place -> carried(place, room, flows) > room.filling()[place] + ROUNDING)
        .toList();
  }

  private static final double ROUNDING = 1e-6;

  private double carried(int place, Room room, Flows flows) {
    Bound bound = grid.bound(place);
    double[] sums = flows.sums(bound);
    for (int d = 0; d < sums.length; d++) {
      sums[d] -= room.taken()[place][d];
    }
    return bound.carried(sums);
  }
}
