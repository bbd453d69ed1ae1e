package dev.headroom.core.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What one meter said lately, without gaps: a silence longer than stale-after starts it anew, so
 * that headroom seen before a silence is never given away after it.
 */
public final class MeterHistory {

  private final Duration staleAfter;
  private final Duration keep;
  private final Deque<MeterReading> readings = new ArrayDeque<>();

  public MeterHistory(Duration staleAfter, Duration keep) {
    this.staleAfter = staleAfter;
    this.keep = keep;
  }

  /** Takes a reading; one that is not newer than the last is ignored (S4). */
  public void accept(MeterReading reading) {
    MeterReading last = readings.peekLast();
    if (last != null) {
      if (!reading.receivedAt().isAfter(last.receivedAt())) {
        return;
      }
      if (last.receivedAt().plus(staleAfter).isBefore(reading.receivedAt())) {
        readings.clear();
      }
    }
    readings.addLast(reading);
    Instant oldest = reading.receivedAt().minus(keep);
    while (readings.size() > 1 && secondIsNotAfter(oldest)) {
      readings.removeFirst();
    }
  }

  private boolean secondIsNotAfter(Instant oldest) {
    return readings.stream()
        .skip(1)
        .findFirst()
        .map(second -> !second.receivedAt().isAfter(oldest))
        .orElse(false);
  }

  public Freshness at(Instant now) {
    MeterReading last = readings.peekLast();
    if (last == null) {
      return new Freshness.Missing();
    }
    return last.receivedAt().plus(staleAfter).isBefore(now)
        ? new Freshness.Stale(last)
        : new Freshness.Fresh(last);
  }

  /** Readings received at or after this instant, oldest first. */
  public List<MeterReading> since(Instant from) {
    return readings.stream().filter(reading -> !reading.receivedAt().isBefore(from)).toList();
  }

  /** The last reading received at or before this instant. */
  public Optional<MeterReading> lastUntil(Instant then) {
    return readings.reversed().stream()
        .filter(reading -> !reading.receivedAt().isAfter(then))
        .findFirst();
  }

  /** The first reading received at or after this instant. */
  public Optional<MeterReading> firstSince(Instant then) {
    return readings.stream().filter(reading -> !reading.receivedAt().isBefore(then)).findFirst();
  }

  /** Whether it has spoken without a gap from this instant on. */
  public boolean reachesBackTo(Instant from) {
    MeterReading first = readings.peekFirst();
    return first != null && !first.receivedAt().isAfter(from);
  }
}
