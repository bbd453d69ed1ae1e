package dev.headroom.actors.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A charging profile as SetChargingProfile brings it (OCPP 1.6 §7.8, 2.0.1 ChargingProfileType).
 *
 * @param stackLevel within a purpose the highest valid one wins
 * @param transactionId the transaction of a {@link ProfilePurpose#TX} profile
 */
public record ChargingProfile(
    int id,
    int stackLevel,
    ProfilePurpose purpose,
    ProfileKind kind,
    Optional<String> transactionId,
    Optional<Instant> validFrom,
    Optional<Instant> validTo,
    ChargingSchedule schedule) {

  /** The limit it sets now; none while it is not valid, has not begun or is over. */
  Optional<SchedulePeriod> periodAt(Instant now, Optional<Instant> transactionStart) {
    boolean early = validFrom.isPresent() && now.isBefore(validFrom.get());
    boolean late = validTo.isPresent() && !now.isBefore(validTo.get());
    if (early || late) {
      return Optional.empty();
    }
    return schedule.periodAfter(Duration.between(beginningAt(now, transactionStart), now));
  }

  /** When the schedule in force now began: of a recurring one the latest time. */
  Instant beginningAt(Instant now, Optional<Instant> transactionStart) {
    Instant withTransaction = transactionStart.filter(now::isAfter).orElse(now);
    return switch (kind) {
      case RELATIVE -> withTransaction;
      case ABSOLUTE -> schedule.start().orElse(withTransaction);
      case DAILY -> latest(Duration.ofDays(1), now, withTransaction);
      case WEEKLY -> latest(Duration.ofDays(7), now, withTransaction);
    };
  }

  private Instant latest(Duration every, Instant now, Instant withTransaction) {
    Instant first = schedule.start().orElse(withTransaction);
    if (now.isBefore(first)) {
      return first;
    }
    return first.plus(every.multipliedBy(Duration.between(first, now).dividedBy(every)));
  }

  /** Until when the limit it sets stays; the end of time if it does for ever. */
  Instant nextChangeAfter(Instant now, Optional<Instant> transactionStart) {
    Instant began = beginningAt(now, transactionStart);
    Instant next = schedule.nextChangeAfter(now, began);
    next = earlier(next, validFrom.filter(now::isBefore));
    next = earlier(next, validTo.filter(now::isBefore));
    return switch (kind) {
      case RELATIVE, ABSOLUTE -> next;
      case DAILY -> earlier(next, Optional.of(began.plus(Duration.ofDays(1))));
      case WEEKLY -> earlier(next, Optional.of(began.plus(Duration.ofDays(7))));
    };
  }

  private static Instant earlier(Instant one, Optional<Instant> other) {
    return other.filter(it -> it.isBefore(one)).orElse(one);
  }
}
