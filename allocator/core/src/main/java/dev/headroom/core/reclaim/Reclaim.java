package dev.headroom.core.reclaim;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much of its maximum a vehicle asks for by what it makes use of.
 *
 * <p>One that has drawn less than its limit less a margin for {@link #LASTING} asks for its highest
 * draw of that time and a margin. The margin is 2 A, or 10 % where that is more. Once its draw
 * comes within half a margin of that cap it wants more, and the cap doubles at once, again and
 * again, up to the maximum: from 6 A to 80 A that is four times. With samples every 10 s at the
 * latest, a vehicle that follows its limit within 5 s and no other limit in the way, it may have
 * its maximum again within 60 s. A ramp adds its delays.
 *
 * <p>A cap falls by an ampere or not at all, and a sample must err by half a margin to raise one:
 * noise of half an ampere moves nothing. A draw that is unknown ends the cap (S3).
 *
 * @param session of whom this is known; empty without one
 * @param cap what it asks for at most; empty for all it can be given
 * @param low the time in which it has drawn less all along
 */
public record Reclaim(Optional<String> session, OptionalInt cap, Optional<Low> low) {

  /** Nothing is known: all may be asked for. */
  public static final Reclaim NONE =
      new Reclaim(Optional.empty(), OptionalInt.empty(), Optional.empty());

  /** A draw must be low for so long. */
  public static final Duration LASTING = Duration.ofSeconds(60);

  private static final int LEAST_MARGIN = 2000;
  private static final int WORTH_A_CUT = 1000;

  /**
   * Low since then.
   *
   * @param highest draw in that time, milliamperes
   */
  public record Low(Instant since, int highest) {}

  /** What must be left of a current for its vehicle not to feel it, in milliamperes. */
  static int margin(int milliamps) {
    return Math.max(LEAST_MARGIN, milliamps / 10);
  }

  /** The most to claim for it. */
  public int atMost(int maximum) {
    return Math.min(maximum, cap.orElse(maximum));
  }

  public Reclaim next(Usage seen, Instant now) {
    if (seen.session().isEmpty() || seen.draw().isEmpty()) {
      return NONE;
    }
    Reclaim here = session.equals(seen.session()) ? this : NONE.of(seen.session());
    int draw = seen.draw().getAsInt();
    if (here.wantsMore(draw)) {
      return here.grown(seen.maximum());
    }
    if (draw >= seen.limit() - margin(seen.limit())) {
      return new Reclaim(here.session, here.cap, Optional.empty());
    }
    return here.low(seen, draw, now);
  }

  private Reclaim of(Optional<String> next) {
    return new Reclaim(next, cap, low);
  }

  private boolean wantsMore(int draw) {
    return cap.isPresent() && draw > cap.getAsInt() - margin(cap.getAsInt()) / 2;
  }

  private Reclaim grown(int maximum) {
    int doubled = 2 * cap.orElse(maximum);
    return new Reclaim(
        session,
        doubled < maximum ? OptionalInt.of(doubled) : OptionalInt.empty(),
        Optional.empty());
  }

  private Reclaim low(Usage seen, int draw, Instant now) {
    Low lasting =
        low.map(it -> new Low(it.since(), Math.max(it.highest(), draw)))
            .orElseGet(() -> new Low(now, draw));
    if (now.isBefore(lasting.since().plus(LASTING))) {
      return new Reclaim(session, cap, Optional.of(lasting));
    }
    int next = Math.max(seen.floor(), lasting.highest() + margin(lasting.highest()));
    boolean worth = next <= atMost(seen.maximum()) - WORTH_A_CUT;
    return new Reclaim(session, worth ? OptionalInt.of(next) : cap, Optional.empty());
  }
}
