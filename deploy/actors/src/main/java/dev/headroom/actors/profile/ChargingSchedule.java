package dev.headroom.actors.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Limits over time. The last period lasts until the duration ends, or for ever without one.
 *
 * @param start absent: with the transaction
 */
public record ChargingSchedule(
    Optional<Duration> duration,
    Optional<Instant> start,
    RateUnit unit,
    List<SchedulePeriod> periods) {

  public ChargingSchedule {
    periods = List.copyOf(periods);
    if (periods.isEmpty() || periods.getFirst().startSeconds() != 0) {
      throw new IllegalArgumentException("a schedule's first period starts at 0 s");
    }
    for (int i = 1; i < periods.size(); i++) {
      if (periods.get(i).startSeconds() <= periods.get(i - 1).startSeconds()) {
        throw new IllegalArgumentException("each period starts after the one before");
      }
    }
  }

  /** The period in force some time after the schedule began; none before it or after its end. */
  Optional<SchedulePeriod> periodAfter(Duration elapsed) {
    boolean ended = duration.isPresent() && elapsed.compareTo(duration.get()) >= 0;
    if (elapsed.isNegative() || ended) {
      return Optional.empty();
    }
    int last = periods.size() - 1;
    while (periods.get(last).startSeconds() > elapsed.toSeconds()) {
      last--;
    }
    return Optional.of(periods.get(last));
  }

  /**
   * When the next of its periods begins, or it does, or ends; the end of time if it has no more.
   */
  Instant nextChangeAfter(Instant now, Instant began) {
    if (now.isBefore(began)) {
      return began;
    }
    Instant end = duration.map(began::plus).filter(now::isBefore).orElse(Instant.MAX);
    for (SchedulePeriod period : periods) {
      Instant starts = began.plusSeconds(period.startSeconds());
      if (now.isBefore(starts)) {
        return starts.isBefore(end) ? starts : end;
      }
    }
    return end;
  }
}
