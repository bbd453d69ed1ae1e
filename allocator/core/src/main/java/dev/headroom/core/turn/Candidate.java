package dev.headroom.core.turn;

import dev.headroom.core.turn.Turn.Place.Has;
import dev.headroom.core.turn.Turn.Place.Waits;
import dev.headroom.core.turn.TurnOrder.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * An entrant with what its place in the order goes by, worked out once.
 *
 * @param isKept whether it has a turn that has not lasted for a dwell
 * @param wasLifted whether it had to wait for its turn until it was lifted
 * @param level by rank and priority; the lower first
 * @param liftedLevel among the levels of all, lifted by how long it has waited
 * @param since when it has had its turn, or has waited
 */
record Candidate(
    Entrant entrant,
    boolean waits,
    boolean isKept,
    boolean wasLifted,
    long level,
    long liftedLevel,
    Instant since) {

  private static final int DWELLS_TO_BE_LIFTED = 2;

  /**
   * At this time.
   *
   * @param levels of all who take part, ascending, each once
   */
  static Candidate of(Standing standing, long[] levels, Duration dwell, Instant now) {
    Entrant entrant = standing.entrant();
    long level = standing.level();
    int among = Arrays.binarySearch(levels, level);
    return switch (standing.turn().place()) {
      case Waits(Instant since) ->
          new Candidate(
              entrant, true, false, false, level, among - lifts(since, now, dwell), since);
      case Has(Instant since, Instant waitedSince) -> {
        boolean kept = now.isBefore(since.plus(dwell));
        boolean lifted = lifts(waitedSince, since, dwell) > 0;
        yield new Candidate(entrant, false, kept, lifted, level, among, since);
      }
    };
  }

  private static long lifts(Instant from, Instant to, Duration dwell) {
    return Duration.between(from, to).toNanos() / (dwell.toNanos() * DWELLS_TO_BE_LIFTED);
  }

  boolean goesBeforeAny(List<Candidate> kept) {
    for (Candidate turn : kept) {
      if (goesBefore(turn)) {
        return true;
      }
    }
    return false;
  }

  private boolean goesBefore(Candidate kept) {
    return !kept.wasLifted
        && waits
        && entrant.priority() > kept.entrant.priority()
        && entrant.rank() <= kept.entrant.rank();
  }

  /** The longest waiting first, and of the turns the longest first to end. */
  long lastToLeave() {
    return waits ? since.toEpochMilli() : -since.toEpochMilli();
  }

  Instant arrival() {
    return entrant.arrival();
  }

  int place() {
    return entrant.place();
  }
}
