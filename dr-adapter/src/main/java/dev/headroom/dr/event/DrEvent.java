package dev.headroom.dr.event;

import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Somebody asks sites to stay below a ceiling for a while.
 *
 * @param interval from when until when, and how far the sites may go
 * @param mayPause whether EVSEs may be paused for it; otherwise the 6 A floor stands
 * @param cancelledAt when it was called off; it asks nothing from then on
 */
public record DrEvent(
    String id,
    SortedSet<String> sites,
    CeilingInterval interval,
    boolean mayPause,
    Instant createdAt,
    Optional<Instant> cancelledAt) {

  public DrEvent {
    sites = Collections.unmodifiableSortedSet(new TreeSet<>(sites));
  }

  public EventState stateAt(Instant now) {
    if (cancelledAt.isPresent()) {
      return EventState.CANCELLED;
    }
    if (now.isBefore(interval.start())) {
      return EventState.SCHEDULED;
    }
    return interval.covers(now) ? EventState.ACTIVE : EventState.ENDED;
  }

  /** Whether it asks anything now or later. */
  public boolean isOpenAt(Instant now) {
    return switch (stateAt(now)) {
      case SCHEDULED, ACTIVE -> true;
      case ENDED, CANCELLED -> false;
    };
  }

  /** Whether both ask the same of the same sites, whenever they were announced. */
  public boolean asksTheSameAs(DrEvent other) {
    return sites.equals(other.sites)
        && interval.equals(other.interval)
        && mayPause == other.mayPause;
  }

  /** The same, for as long, from another start. */
  public DrEvent startingAt(Instant start) {
    Duration length = Duration.between(interval.start(), interval.end());
    return new DrEvent(
        id,
        sites,
        new CeilingInterval(start, start.plus(length), interval.value()),
        mayPause,
        createdAt,
        cancelledAt);
  }

  public DrEvent cancelled(Instant at) {
    return new DrEvent(id, sites, interval, mayPause, createdAt, Optional.of(at));
  }

  public CeilingValue value() {
    return interval.value();
  }
}
