package dev.headroom.world.station;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the gateway says an EVSE may do from now on.
 *
 * @param session the transaction that it knows of
 * @param connected whether it holds the charger's socket
 * @param mostMilliamps of what was acknowledged, is in flight or may have been taken
 * @param fallbackMilliamps of its base profile; its rating where none is accepted (S10)
 * @param writes live profiles that may stand, of which the last that was accepted is the first
 * @param sure whether one of them does
 */
record Promise(
    Optional<String> session,
    boolean connected,
    int mostMilliamps,
    int fallbackMilliamps,
    List<LiveWrite> writes,
    boolean sure) {

  /** Of a charger that was never there. */
  static final Promise NONE =
      new Promise(Optional.empty(), false, Integer.MAX_VALUE, Integer.MAX_VALUE, List.of(), false);

  /** A frame is on its way, and chargers count whole seconds. */
  private static final Duration ROUNDING = Duration.ofSeconds(2);

  /** Schedules start as much before they are sent. */
  private static final Duration BEFORE = Duration.ofSeconds(5);

  /**
   * The most that the charger may offer in a transaction.
   *
   * @param transaction what the charger calls it, if it has a name
   * @param ttl of live profiles (S5)
   * @param clocks by how much the charger's clock may be wrong
   */
  int atMost(Optional<String> transaction, Instant at, Duration ttl, Duration clocks) {
    boolean known = transaction.isPresent() && transaction.equals(session);
    if (!known) {
      return Math.max(mostMilliamps, fallbackMilliamps);
    }
    List<LiveWrite> standing =
        writes.stream().filter(write -> transaction.get().equals(write.transactionId())).toList();
    if (standing.isEmpty()) {
      return connected ? mostMilliamps : Math.max(mostMilliamps, fallbackMilliamps);
    }
    boolean leftToBase = !sure || standing.stream().anyMatch(LiveWrite::ends);
    int tail =
        standing.stream()
            .mapToInt(LiveWrite::tailMilliamps)
            .reduce(leftToBase ? fallbackMilliamps : 0, Math::max);
    Duration stands = leftToBase ? ttl.minus(clocks) : ttl.multipliedBy(2);
    Instant rises = standing.getFirst().sentAt().plus(stands).minus(BEFORE);
    Instant falls = standing.getLast().sentAt().plus(ttl).plus(clocks).plus(ROUNDING);
    int most = at.isBefore(falls) ? mostMilliamps : Math.min(mostMilliamps, tail);
    return at.isBefore(rises) && (sure || connected) ? most : Math.max(most, tail);
  }
}
