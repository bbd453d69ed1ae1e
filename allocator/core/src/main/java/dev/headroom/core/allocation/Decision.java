package dev.headroom.core.allocation;

import dev.headroom.core.memory.SiteMemory;
import dev.headroom.core.share.Room;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One look at a site: what every EVSE should be told now, the conductors as they were seen, and
 * what is remembered of it.
 */
record Decision(List<EvseLimit> limits, List<CircuitLoad> loads, SiteMemory memory, Swings swings) {

  private static final Set<Reason.Kind> UNDER_WAY =
      EnumSet.of(Reason.Kind.RAISE_HELD, Reason.Kind.STAGGERED_START, Reason.Kind.WAKE_UP);

  static Decision of(Known known) {
    Look look = Look.at(known);
    Rooms rooms = new Rooms(look);
    Terms terms = Terms.of(known);
    Room likely = rooms.likely();
    Target target = Target.of(look, terms, rooms, likely);
    int[] allowed = Raises.allowed(look, terms, target, rooms);
    int[] standing = standing(known.books());
    int[] next = SteadyHand.next(look, standing, target, allowed, rooms, likely);
    SiteMemory memory = known.recall().after(standing, next).with(look.demand());
    return new Decision(limits(look, next, target, allowed), loads(look), memory, look.swings());
  }

  /** Whether nobody's raise waits for something that time alone brings. */
  boolean holdsNobody() {
    for (EvseLimit limit : limits) {
      if (UNDER_WAY.contains(limit.reason().kind())) {
        return false;
      }
    }
    return true;
  }

  /** The limits as they stand. */
  private static int[] standing(List<EvseBook> books) {
    int[] standing = new int[books.size()];
    for (int port = 0; port < standing.length; port++) {
      EvseBook book = books.get(port);
      standing[port] = book.takesPart() ? book.standing() : 0;
    }
    return standing;
  }

  private static List<EvseLimit> limits(Look look, int[] next, Target target, int[] allowed) {
    List<EvseBook> books = look.books();
    List<EvseLimit> limits = new ArrayList<>();
    for (int i = 0; i < books.size(); i++) {
      EvseBook book = books.get(i);
      Reason why = target.why().get(i);
      int milliamps =
          switch (book.role()) {
            case LOCKED_OFF -> 0;
            case OFFLINE, IDLE -> allowed[i];
            case DISOBEYS -> book.minimum();
            case SATISFIED, WANTS -> next[i];
          };
      if (book.takesPart() && milliamps + SteadyHand.WORTH_A_RAISE <= target.milliamps()[i]) {
        why = Reason.of(held(look, i));
      } else if (book.isFree() && milliamps < book.fallback()) {
        why = Reason.of(Reason.Kind.RAISE_HELD);
      }
      limits.add(new EvseLimit(book.evse().name(), milliamps, why, book.connection()));
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
    int[] kept = look.most().clone();
    for (int port = 0; port < kept.length; port++) {
      kept[port] = takesPart(look, port) ? 0 : kept[port];
    }
    Flows reserved = look.grid().sources().flows(kept);
    List<CircuitLoad> loads = new ArrayList<>();
    for (Conductor conductor : look.grid().conductors()) {
      BaseLoad base = look.bases().get(conductor.place());
      loads.add(
          new CircuitLoad(
              conductor.circuit().name(),
              conductor.phase(),
              effectiveLimit(look.caps().get(conductor.place())),
              base.measured(),
              (int) Math.ceil(base.likely()),
              (int) Math.ceil(conductor.carrier().most(look.flows())),
              Optional.of(sharing(look, conductor.carrier(), reserved))));
    }
    return List.copyOf(loads);
  }

  private static CircuitLoad.Sharing sharing(Look look, Carrier carrier, Flows reserved) {
    int evses = 0;
    for (int port : carrier.ports()) {
      evses += takesPart(look, port) ? 1 : 0;
    }
    return new CircuitLoad.Sharing(evses, (int) Math.ceil(carrier.most(reserved)));
  }

  private static boolean takesPart(Look look, int port) {
    return look.books().get(port).takesPart();
  }

  private static int effectiveLimit(List<Cap> caps) {
    return (int) Cap.lowest(caps);
  }
}
