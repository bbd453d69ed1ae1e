package dev.headroom.gateway.core.control;

import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.control.Evidence.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Which revision's limit has been accepted, given its settle time, and shown by measurement (S2).
 * Each limit settles for itself, so that a limit that changes often still settles behind its
 * changes.
 */
final class Settling {

  /** More limits than this can hardly be accepted within a settle time. */
  private static final int MOST_PENDING = 16;

  /** A limit that is followed but not yet shown; under which revision may be told later. */
  private record Pending(Optional<Revision> revision, int limitMilliamps, Instant from) {}

  private final Duration settle;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private OptionalInt last = OptionalInt.empty();
  private Optional<Revision> lastRevision = Optional.empty();
  private Optional<Revision> settled = Optional.empty();
  private Optional<Source> shownBy = Optional.empty();

  Settling(Duration settle) {
    this.settle = settle;
  }

  Optional<Revision> settled() {
    return settled;
  }

  /** What showed it. */
  Optional<Source> shownBy() {
    return settled.flatMap(revision -> shownBy);
  }

  /** From when on the oldest limit that is not shown had had its time. */
  Optional<Instant> waitingSince() {
    return Optional.ofNullable(pending.peekFirst()).map(Pending::from);
  }

  /** Nothing counts any more, not even what has settled. */
  void reset() {
    startOver();
    settled = Optional.empty();
    shownBy = Optional.empty();
  }

  /** What was followed is not certain: whatever comes next has to be shown. */
  void startOver() {
    pending.clear();
    last = OptionalInt.empty();
    lastRevision = Optional.empty();
  }

  /** The charger follows this limit from now on, under a revision that is told later. */
  void follows(int limitMilliamps, Instant now) {
    if (last.isPresent() && last.getAsInt() == limitMilliamps) {
      return;
    }
    last = OptionalInt.of(limitMilliamps);
    lastRevision = Optional.empty();
    pending.addLast(new Pending(Optional.empty(), limitMilliamps, now.plus(settle)));
    if (pending.size() > MOST_PENDING) {
      pending.removeFirst();
    }
  }

  /** What the charger follows is the limit of this revision. */
  void isOf(Revision revision) {
    if (lastRevision.equals(Optional.of(revision))) {
      return;
    }
    lastRevision = Optional.of(revision);
    if (pending.isEmpty()) {
      settled = lastRevision;
      return;
    }
    Pending newest = pending.removeLast();
    // The same revision at another limit: the gateway itself has cut below it since.
    pending.removeIf(older -> older.revision().equals(lastRevision));
    settled = settled.filter(before -> !before.equals(revision));
    pending.addLast(new Pending(lastRevision, newest.limitMilliamps(), newest.from()));
  }

  /**
   * Evidence has come; what speaks against a limit that had settled unsettles what comes next.
   *
   * @param doubtful the limits of which it shows nothing, for all that it seems to
   */
  void weigh(Evidence evidence, IntPredicate doubtful, Instant now) {
    settle(now, evidence.source(), limit -> evidence.shows(limit) && !doubtful.test(limit));
    boolean refuted = last.isPresent() && evidence.refutes(last.getAsInt());
    if (refuted && pending.isEmpty()) {
      pending.addLast(new Pending(lastRevision, last.getAsInt(), now));
    }
  }

  /** The settle time alone decides: nothing can draw, or the model is proven and unmeasured. */
  void unmeasured(Instant now) {
    settle(now, Source.TIME, limit -> true);
  }

  private void settle(Instant now, Source source, IntPredicate shown) {
    Iterator<Pending> newestFirst = pending.descendingIterator();
    while (newestFirst.hasNext()) {
      Pending limit = newestFirst.next();
      if (!now.isBefore(limit.from()) && shown.test(limit.limitMilliamps())) {
        settled = limit.revision().or(() -> settled);
        shownBy = Optional.of(source);
        removeUpTo(limit);
        return;
      }
    }
  }

  private void removeUpTo(Pending settledOne) {
    Pending removed = pending.removeFirst();
    while (!removed.equals(settledOne)) {
      removed = pending.removeFirst();
    }
  }
}
