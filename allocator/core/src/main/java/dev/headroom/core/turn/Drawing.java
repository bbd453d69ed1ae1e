package dev.headroom.core.turn;

import java.time.Duration;
import java.time.Instant;

/** Whether a vehicle makes use of its turn, and what is done if it does not. */
public sealed interface Drawing {

  /** A turn may pass unused for so long, before its wake-up and once more after it. */
  Duration PATIENCE = Duration.ofSeconds(60);

  /** For so long a wake-up takes the limit to 0: a vehicle sees its pilot go and come. */
  Duration WAKE_UP = Duration.ofSeconds(10);

  /** What the charger's samples say. */
  enum Sample {
    DRAWS,
    DRAWS_NOTHING,
    UNKNOWN
  }

  /** Nothing is known yet of this turn. */
  record Unseen() implements Drawing {}

  /** It draws. */
  record Draws() implements Drawing {}

  /**
   * Every sample since then showed nothing.
   *
   * @param drew whether it drew earlier in this turn: then it is full, not asleep
   */
  record Quiet(Instant since, boolean drew) implements Drawing {}

  /** Its limit is at 0 for a moment. */
  record Waking(Instant since) implements Drawing {}

  /** It had its wake-up and has shown nothing since then. */
  record Awaited(Instant since) implements Drawing {}

  /** It leaves its place to others until it draws or its session changes. */
  record Yields() implements Drawing {}

  /** While it may draw its minimum. */
  default Drawing next(Sample sample, Instant now) {
    return switch (sample) {
      case DRAWS -> new Draws();
      case DRAWS_NOTHING -> quiet(now);
      case UNKNOWN -> unknown(now);
    };
  }

  private Drawing quiet(Instant now) {
    return switch (this) {
      case Unseen _ -> new Quiet(now, false);
      case Draws _ -> new Quiet(now, true);
      case Quiet(Instant since, boolean drew) when isOver(since, PATIENCE, now) ->
          drew ? new Yields() : new Waking(now);
      case Awaited(Instant since) when isOver(since, PATIENCE, now) -> new Yields();
      case Quiet _, Awaited _, Waking _, Yields _ -> awake(now);
    };
  }

  /** Unknown is not nothing: what has been waited for is waited for anew. */
  private Drawing unknown(Instant now) {
    return switch (this) {
      case Quiet(Instant _, boolean drew) -> drew ? new Draws() : new Unseen();
      case Awaited _ -> new Awaited(now);
      case Unseen _, Draws _, Waking _, Yields _ -> awake(now);
    };
  }

  private Drawing awake(Instant now) {
    return this instanceof Waking(Instant since) && isOver(since, WAKE_UP, now)
        ? new Awaited(now)
        : this;
  }

  /** A turn is over, or another begins: one wake-up is enough for both. */
  default Drawing anew(Instant now) {
    return switch (this) {
      case Unseen _, Draws _, Quiet _ -> new Unseen();
      case Waking _, Awaited _ -> new Awaited(now);
      case Yields _ -> this;
    };
  }

  private static boolean isOver(Instant since, Duration time, Instant now) {
    return !now.isBefore(since.plus(time));
  }
}
