package dev.headroom.core.allocation;

import dev.headroom.core.site.Evse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a site should be now, as if every EVSE obeyed at once: weighted max-min fair among those
 * that take part, each at 0 or at least at its minimum.
 *
 * @param milliamps for each EVSE; what is not allotted stands at 0
 * @param why what holds each EVSE where it is
 */
record Target(int[] milliamps, List<Reason> why) {

  /** Chargers take tenths of an ampere (OCPP 1.6: one decimal). */
  static final int STEP = 100;

  /** Whether this EVSE takes part in the sharing; others are reserved at their most. */
  static boolean takesPart(EvseBook book) {
    return book.role() == EvseBook.Role.WANTS || book.role() == EvseBook.Role.SATISFIED;
  }

  static Target of(List<EvseBook> books, List<Constraint> constraints) {
    int n = books.size();
    int[] lower = new int[n];
    int[] upper = new int[n];
    int[] weight = new int[n];
    List<Reason> why = new ArrayList<>();
    for (EvseBook book : books) {
      why.add(Reason.of(reachedUpper(book)));
    }
    Floors floors = new Floors(lower, withoutFloorKeepers(constraints));
    for (int i : inOrder(books)) {
      EvseBook book = books.get(i);
      int minimum = minimum(book.evse());
      if (minimum > upper(book)) {
        why.set(i, Reason.of(Reason.Kind.TAKE_OVER));
        continue;
      }
      Optional<Constraint> noRoom = floors.admit(i, minimum);
      if (noRoom.isPresent() && book.evse().pausable()) {
        Reason cause = noRoom.get().cause();
        why.set(i, new Reason(Reason.Kind.WAITS_FOR_ROOM, cause.circuit(), cause.phase()));
        continue;
      }
      floors.admitAnyway(i, minimum);
      upper[i] = upper(book);
    }
    System.arraycopy(floors.admitted(), 0, lower, 0, n);
    IntStream.range(0, n).forEach(i -> weight[i] = books.get(i).evse().weight());
    WaterFilling.Filled filled = WaterFilling.fill(lower, upper, weight, constraints);
    for (int i = 0; i < n; i++) {
      int place = i;
      filled.stoppedBy().get(i).ifPresent(bound -> why.set(place, bound.cause()));
    }
    return new Target(filled.milliamps(), List.copyOf(why));
  }

  /** A programme that may not pause EVSEs is no reason to pause one: the floor stands. */
  private static List<Constraint> withoutFloorKeepers(List<Constraint> constraints) {
    return constraints.stream().filter(Constraint::mayPause).toList();
  }

  static int minimum(Evse evse) {
    return Math.ceilDiv(evse.minimumMilliamps(), STEP) * STEP;
  }

  private static int upper(EvseBook book) {
    int wanted =
        book.role() == EvseBook.Role.WANTS ? book.evse().maximumMilliamps() : minimum(book.evse());
    return book.acknowledgedHere() ? wanted : Math.min(wanted, beforeAcknowledged(book));
  }

  private static int beforeAcknowledged(EvseBook book) {
    return book.lastIssued().orElse(book.evse().fallbackMilliamps());
  }

  private static Reason.Kind reachedUpper(EvseBook book) {
    return switch (book.role()) {
      case LOCKED_OFF -> Reason.Kind.LOCKED_OFF;
      case OFFLINE -> Reason.Kind.OFFLINE;
      case IDLE -> Reason.Kind.IDLE;
      case DISOBEYS -> Reason.Kind.DISOBEYS;
      case SATISFIED -> Reason.Kind.SATISFIED;
      case WANTS -> book.acknowledgedHere() ? Reason.Kind.RATED_MAXIMUM : Reason.Kind.TAKE_OVER;
    };
  }

  /**
   * Who is let in first: what can't pause, then priority, then who charges, then who came first.
   */
  static List<Integer> inOrder(List<EvseBook> books) {
    Comparator<Integer> order =
        Comparator.<Integer, Boolean>comparing(i -> books.get(i).evse().pausable())
            .thenComparing(i -> -books.get(i).evse().priority())
            .thenComparing(i -> !charges(books.get(i)))
            .thenComparing(i -> books.get(i).sessionStart().orElse(Instant.MAX))
            .thenComparing(i -> books.get(i).evse().name());
    return IntStream.range(0, books.size())
        .filter(i -> takesPart(books.get(i)))
        .boxed()
        .sorted(order)
        .toList();
  }

  private static boolean charges(EvseBook book) {
    return book.lastIssued().orElse(0) >= book.evse().minimumMilliamps();
  }
}
