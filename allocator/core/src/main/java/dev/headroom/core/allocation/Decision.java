package dev.headroom.core.allocation;

import dev.headroom.core.ceiling.Ceilings;
import dev.headroom.core.ceiling.Ceilings.InForce;
import dev.headroom.core.demand.Demand;
import dev.headroom.core.memory.SiteMemory;
import dev.headroom.core.reading.MeterHistory;
import dev.headroom.core.share.Room;
import dev.headroom.core.site.Control;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One look at a site: what every EVSE should be told now, the conductors as they were seen, and
 * what is remembered of it.
 */
record Decision(List<EvseLimit> limits, List<CircuitLoad> loads, SiteMemory memory) {

  /** A target need not be told to within this. */
  private static final int ABOUT_THERE = 100;

  static Decision of(
      Grid grid,
      Map<String, MeterHistory> meters,
      CtTrust trust,
      List<EvseBook> books,
      Ceilings ceilings,
      Recall recall,
      Instant now) {
    Look look = look(grid, meters, trust, books, ceilings, recall, now);
    Rooms rooms = new Rooms(look);
    Terms terms = Terms.of(recall, books);
    Room likely = rooms.likely();
    Target target = Target.of(look, terms, rooms, likely);
    int[] allowed = Raises.allowed(look, terms, target, rooms);
    int[] standing = standing(books);
    int[] next = SteadyHand.next(look, standing, target, allowed, rooms, likely);
    SiteMemory memory = recall.after(standing, next).with(look.demand());
    return new Decision(limits(look, next, target), loads(look), memory);
  }

  private static Look look(
      Grid grid,
      Map<String, MeterHistory> meters,
      CtTrust trust,
      List<EvseBook> books,
      Ceilings ceilings,
      Recall recall,
      Instant now) {
    int[] most = books.stream().mapToInt(book -> book.most(now)).toArray();
    Flows flows = Look.flows(grid, recall, port -> most[port]);
    Map<Integer, BaseLoad> conductors = BaseLoads.estimate(grid, meters, books, trust, flows, now);
    List<BaseLoad> bases = Bases.everywhere(grid, conductors);
    DemandLook power = new DemandLook(grid, bases, flows);
    Demand demand = power.next(recall.memory().demand(), now);
    List<InForce> inForce = inForce(grid.tree().site().control().mode(), ceilings, now);
    Caps caps = new Caps(grid, inForce, power.allowedWatts(demand));
    List<List<Cap>> capped = new ArrayList<>();
    for (int place = 0; place < grid.watched(); place++) {
      capped.add(caps.of(place));
    }
    List<Double> blind = BlindTimes.room(grid, books, most, bases);
    return new Look(grid, books, now, most, bases, capped, recall, demand, blind);
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

  private static List<EvseLimit> limits(Look look, int[] next, Target target) {
    List<EvseBook> books = look.books();
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
        why = Reason.of(held(look, i));
      }
      limits.add(new EvseLimit(book.evse().name(), milliamps, why));
    }
    return limits;
  }

  private static Reason.Kind held(Look look, int port) {
    if (SteadyHand.wakesUp(look, port)) {
      return Reason.Kind.WAKE_UP;
    }
    return look.recall().mayRise(port) ? Reason.Kind.RAISE_HELD : Reason.Kind.STAGGERED_START;
  }

  private static List<CircuitLoad> loads(Look look) {
    Flows most = look.flows(port -> look.most()[port]);
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
