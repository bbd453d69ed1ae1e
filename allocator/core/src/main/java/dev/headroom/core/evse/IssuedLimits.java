package dev.headroom.core.evse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/**
 * The limits issued to one EVSE that it may still be following, oldest first. A limit stops
 * counting once a later one has settled (S2): acknowledged, given its time, and seen in what is
 * drawn.
 */
public final class IssuedLimits {

  private record Issue(Revision revision, int limitMilliamps) {}

  private final Deque<Issue> open = new ArrayDeque<>();
  private boolean raised;
  private boolean settled;

  /** A limit goes out. The same limit again changes nothing. */
  public void issue(Revision revision, int limitMilliamps) {
    Issue last = open.peekLast();
    if (last != null && last.limitMilliamps() == limitMilliamps) {
      return;
    }
    raised = last == null || limitMilliamps > last.limitMilliamps();
    settled = false;
    while (!open.isEmpty() && open.getLast().limitMilliamps() <= limitMilliamps) {
      open.removeLast();
    }
    open.addLast(new Issue(revision, limitMilliamps));
  }

  /** Everything issued before this revision's limit is history. */
  public void settle(Revision revision) {
    Issue last = open.peekLast();
    if (last == null) {
      return;
    }
    settled = !last.revision().isAfter(revision);
    while (open.size() > 1 && !second().revision().isAfter(revision)) {
      open.removeFirst();
    }
  }

  private Issue second() {
    return open.stream().skip(1).findFirst().orElseThrow();
  }

  /** The largest limit it may still follow; empty if none was ever issued. */
  public OptionalInt most() {
    return open.isEmpty() ? OptionalInt.empty() : OptionalInt.of(open.getFirst().limitMilliamps());
  }

  /** The limit issued last; empty if none was ever issued. */
  public OptionalInt last() {
    return open.isEmpty() ? OptionalInt.empty() : OptionalInt.of(open.getLast().limitMilliamps());
  }

  /** Whether the limit issued last is not newer than this revision. */
  public boolean lastIsUpTo(Revision revision) {
    Issue last = open.peekLast();
    return last != null && !last.revision().isAfter(revision);
  }

  /** Whether a raise is under way that the vehicle may follow at any moment. */
  public boolean raiseUnderWay() {
    return raised && !settled;
  }
}
