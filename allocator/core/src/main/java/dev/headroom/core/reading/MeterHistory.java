package dev.headroom.core.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one meter said lately, without gaps: a silence longer than stale-after starts it anew, so
 * that headroom seen before a silence is never given away after it.
 */
public final class MeterHistory {

  private final Duration staleAfter;
  private final Duration keep;
  // Oldest first; a handful.
  private final List<MeterReading> readings = new ArrayList<>();

  public MeterHistory(Duration staleAfter, Duration keep) {
    this.staleAfter = staleAfter;
    this.keep = keep;
  }

  /** Takes a reading; one that is not newer than the last is ignored (S4). */
  public void accept(MeterReading reading) {
    if (!readings.isEmpty()) {
      MeterReading last = readings.getLast();
      if (!reading.receivedAt().isAfter(last.receivedAt())) {
        return;
      }
      if (last.receivedAt().plus(staleAfter).isBefore(reading.receivedAt())) {
        readings.clear();
      }
    }
    readings.add(reading);
    Instant oldest = reading.receivedAt().minus(keep);
    while (readings.size() > 1 && !readings.get(1).receivedAt().isAfter(oldest)) {
      readings.removeFirst();
    }
  }

  public Freshness at(Instant now) {
    if (readings.isEmpty()) {
      return new Freshness.Missing();
    }
    MeterReading last = readings.getLast();
    return last.receivedAt().plus(staleAfter).isBefore(now)
        ? new Freshness.Stale(last)
        : new Freshness.Fresh(last);
  }

  /** The first instant at which its last word is stale; empty if it has not spoken. */
  public Optional<Instant> staleFrom() {
    return readings.isEmpty()
        ? Optional.empty()
        : Optional.of(readings.getLast().receivedAt().plus(staleAfter).plusNanos(1));
  }

  /** Readings received at or after this instant, oldest first. */
  public List<MeterReading> since(Instant from) {
    return List.copyOf(readings.subList(placeSince(from), readings.size()));
  }

  /** The last reading received at or before this instant. */
  public Optional<MeterReading> lastUntil(Instant then) {
    int after = readings.size();
    while (after > 0 && readings.get(after - 1).receivedAt().isAfter(then)) {
      after--;
    }
    return after == 0 ? Optional.empty() : Optional.of(readings.get(after - 1));
  }

  /** The first reading received at or after this instant. */
  public Optional<MeterReading> firstSince(Instant then) {
    int place = placeSince(then);
    return place == readings.size() ? Optional.empty() : Optional.of(readings.get(place));
  }

  /** The place of the first that was not received before this instant. */
  private int placeSince(Instant from) {
    int place = readings.size();
    while (place > 0 && !readings.get(place - 1).receivedAt().isBefore(from)) {
      place--;
    }
    return place;
  }

  /** Whether it has spoken without a gap from this instant on. */
  public boolean reachesBackTo(Instant from) {
    return !readings.isEmpty() && !readings.getFirst().receivedAt().isAfter(from);
  }
}
