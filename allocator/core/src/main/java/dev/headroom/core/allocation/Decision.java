package dev.headroom.core.allocation;

import dev.headroom.core.ceiling.Ceilings;
import dev.headroom.core.ceiling.Ceilings.InForce;
import dev.headroom.core.reading.MeterHistory;
import dev.headroom.core.share.Room;
import dev.headroom.core.site.Control;
import dev.headroom.core.strategy.Precedence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One look at a site: what every EVSE should be told now, and the conductors as they were seen. */
record Decision(List<EvseLimit> limits, List<CircuitLoad> loads) {

  /** A target need not be told to within this. */
  private static final int ABOUT_THERE = 100;

  static Decision of(
      Grid grid,
      Map<String, MeterHistory> meters,
      CtTrust trust,
      List<EvseBook> books,
      Ceilings ceilings,
      Precedence precedence,
      Instant now) {
    Look look = look(grid, meters, trust, books, ceilings, now);
    Rooms rooms = new Rooms(look);
    Terms terms = Terms.of(grid.tree().site(), precedence);
    Room likely = rooms.likely();
    Target target = Target.of(look, terms, rooms, likely);
    int[] allowed = Raises.allowed(look, terms, target, rooms);
    int[] next = SteadyHand.next(look, standing(books), target, allowed, rooms, likely);
    return new Decision(limits(books, next, target), loads(look));
  }

  private static Look look(
      Grid grid,
      Map<String, MeterHistory> meters,
      CtTrust trust,
      List<EvseBook> books,
      Ceilings ceilings,
      Instant now) {
    int[] most = books.stream().mapToInt(book -> book.most(now)).toArray();
    Map<Integer, BaseLoad> conductors =
        BaseLoads.estimate(grid, meters, books, trust, grid.flows(most), now);
    List<BaseLoad> bases = Bases.everywhere(grid, conductors);
    Caps caps = new Caps(grid, inForce(grid.tree().site().control().mode(), ceilings, now));
    List<List<Cap>> capped = new ArrayList<>();
    for (int place = 0; place < grid.watched(); place++) {
      capped.add(caps.of(place));
    }
    return new Look(
        grid, books, now, most, bases, capped, BlindTimes.room(grid, books, most, bases));
  }

  private static List<InForce> inForce(Control.Mode mode, Ceilings ceilings, Instant now) {
    return switch (mode) {
      case STATIC, DYNAMIC -> ceilings.ofOperatorAt(now);
      case DEMAND_RESPONSE -> ceilings.at(now);
    };
  }

  /** The limits as they stand; a session that was never given one runs on its fallback. */
  private static int[] standing(List<EvseBook> books) {
    return books.stream()
        .mapToInt(
            book ->
                book.takesPart() ? book.lastIssued().orElse(book.evse().fallbackMilliamps()) : 0)
        .toArray();
  }

  private static List<EvseLimit> limits(List<EvseBook> books, int[] next, Target target) {
    List<EvseLimit> limits = new ArrayList<>();
    for (int i = 0; i < books.size(); i++) {
      EvseBook book = books.get(i);
      Reason why = target.why().get(i);
      int milliamps =
          switch (book.role()) {
            case LOCKED_OFF -> 0;
            case OFFLINE, IDLE -> book.evse().fallbackMilliamps();
            case DISOBEYS -> book.minimum();
            case SATISFIED, WANTS -> next[i];
          };
      if (book.takesPart() && milliamps + ABOUT_THERE <= target.milliamps()[i]) {
        why = Reason.of(Reason.Kind.RAISE_HELD);
      }
      limits.add(new EvseLimit(book.evse().name(), milliamps, why));
    }
    return limits;
  }

  private static List<CircuitLoad> loads(Look look) {
    Flows most = look.grid().flows(look.most());
    Flows reserved = look.grid().flows(port -> takesPart(look, port) ? 0 : look.most()[port]);
    return look.grid().conductors().stream()
        .map(
            conductor -> {
              BaseLoad base = look.bases().get(conductor.place());
              return new CircuitLoad(
                  conductor.circuit().name(),
                  conductor.phase(),
                  effectiveLimit(look.caps().get(conductor.place())),
                  base.measured(),
                  (int) Math.ceil(base.likely()),
                  (int) Math.ceil(most.most(conductor.bound())),
                  Optional.of(sharing(look, conductor, reserved)));
            })
        .toList();
  }

  private static CircuitLoad.Sharing sharing(Look look, Conductor conductor, Flows reserved) {
    long evses = conductor.ports().filter(port -> takesPart(look, port)).count();
    return new CircuitLoad.Sharing((int) evses, (int) Math.ceil(reserved.most(conductor.bound())));
  }

  private static boolean takesPart(Look look, int port) {
    return look.books().get(port).takesPart();
  }

  private static int effectiveLimit(List<Cap> caps) {
    return (int) caps.stream().mapToDouble(Cap::most).min().orElseThrow();
  }
}
