package dev.headroom.core.turn;

import dev.headroom.core.turn.Drawing.Waking;
import dev.headroom.core.turn.Drawing.Yields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One vehicle's part in taking turns. Where all minimums fit everybody has a turn, and nothing
 * follows from it.
 *
 * <p>A turn ends when the {@linkplain TurnOrder order} no longer lets the vehicle in. One that was
 * cut before it had lasted for a dwell goes on waiting from where it was.
 *
 * @param session the vehicle's session; another one starts anew
 */
public record Turn(String session, Place place, Drawing drawing) {

  /** Where it is. */
  public sealed interface Place {

    /** It waits since then. */
    record Waits(Instant since) implements Place {}

    /**
     * It has its turn since then.
     *
     * @param waitedSince since when it had waited for it
     */
    record Has(Instant since, Instant waitedSince) implements Place {}
  }

  /** Without any memory of its EVSE: one that draws already has its turn. */
  public static Turn first(Entrant seen, Instant now) {
    return seen.sample() == Drawing.Sample.DRAWS
        ? new Turn(seen.session(), new Place.Has(now, now), new Drawing.Draws())
        : new Turn(seen.session(), new Place.Waits(now), new Drawing.Unseen());
  }

  /**
   * What follows.
   *
   * @param before what was last known; of another session or of none it begins to wait
   */
  public static Turn next(Optional<Turn> before, Entrant seen, Duration dwell, Instant now) {
    return before
        .filter(turn -> turn.session().equals(seen.session()))
        .map(turn -> turn.next(seen, dwell, now))
        .orElseGet(() -> new Turn(seen.session(), new Place.Waits(now), new Drawing.Unseen()));
  }

  private Turn next(Entrant seen, Duration dwell, Instant now) {
    return switch (place) {
      case Place.Waits(Instant since) when seen.in() ->
          new Turn(session, new Place.Has(now, since), drawing.anew(now));
      case Place.Waits _ -> this;
      // A wake-up takes the limit away, not the turn.
      case Place.Has _ when seen.in() || wakesUp() ->
          new Turn(session, place, drawing.next(seen.sample(), now));
      case Place.Has(Instant since, Instant waitedSince) -> {
        boolean whole = !now.isBefore(since.plus(dwell));
        Instant from = whole || yields() ? now : waitedSince;
        yield new Turn(session, new Place.Waits(from), drawing.anew(now));
      }
    };
  }

  /** Whether its limit is to be 0 for a moment. */
  public boolean wakesUp() {
    return drawing instanceof Waking;
  }

  /** Whether all others go before it, since it does not draw. */
  public boolean yields() {
    return drawing instanceof Yields;
  }
}
