package dev.headroom.gateway.core.control;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How many profiles may still be written for an EVSE. Cuts are counted and never held back (S1,
 * S2), so a day may end above its budget; raises and refreshes then wait. Half of a day's budget is
 * there from midnight on (UTC), the rest comes in with the day. Not thread-safe.
 */
public final class WriteBudget {

  private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

  private final Optional<Integer> perDay;
  private Written written;
  private boolean holdsBack;

  /**
   * @param perDay empty if there is no bound
   * @param written what was written before
   */
  public WriteBudget(Optional<Integer> perDay, Written written) {
    this.perDay = perDay;
    this.written = written;
  }

  /** A profile was sent. */
  public void spend(Instant now) {
    written = written.more(now);
  }

  /** Whether there is some left for what may wait. */
  public boolean allows(Instant now) {
    return perDay.isEmpty()
        || written.on(now) < perDay.get() * (DAY_SECONDS + second(now)) / 2.0 / DAY_SECONDS;
  }

  /**
   * Something that is due has to wait, or nothing has.
   *
   * @return whether this is the moment it begins to
   */
  boolean holdsBack(boolean waits) {
    boolean begins = waits && !holdsBack;
    holdsBack = waits;
    return begins;
  }

  /** Whether something is due that has to wait. */
  public boolean isHoldingBack() {
    return holdsBack;
  }

  public Written written() {
    return written;
  }

  public Optional<Integer> perDay() {
    return perDay;
  }

  private static long second(Instant now) {
    return Duration.between(now.truncatedTo(ChronoUnit.DAYS), now).toSeconds();
  }
}
