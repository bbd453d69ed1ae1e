package dev.headroom.gateway.core.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A charger's offline queue as it comes in. A transaction that began in it goes on only if its stop
 * is not in it too.
 */
final class Replay {

  /** Nothing more of the queue for this long, and it is through. */
  private static final Duration QUIET = Duration.ofSeconds(15);

  /** A clock that goes wrong makes all that is told look queued. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Map<String, Instant> began = new HashMap<>();
  private Instant latest = Instant.MIN;

  /** A transaction began in the queue. */
  void began(String transactionId, Instant now) {
    began.put(transactionId, now);
    goesOn(now);
  }

  /** Something else was in the queue. */
  void goesOn(Instant now) {
    latest = now;
  }

  /** Whether the stop of this transaction would have come by now. */
  boolean isOver(String transactionId, Instant now) {
    return !now.isBefore(latest.plus(QUIET))
        || !now.isBefore(began.getOrDefault(transactionId, now).plus(LONGEST));
  }

  void forgetAllBut(Collection<OpenTransaction> queued) {
    if (!began.isEmpty()) {
      began.keySet().retainAll(queued.stream().map(OpenTransaction::id).toList());
    }
  }
}
