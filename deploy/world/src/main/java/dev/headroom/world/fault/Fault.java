package dev.headroom.world.fault;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that goes wrong from {@code start} until {@code end}.
 *
 * @param target the meter or station it befalls; empty for what there is one of
 * @param size how much of it, from 0 to 1, where its kind has a size
 */
public record Fault(FaultKind kind, String target, double size, Instant start, Instant end) {

  public boolean isOn(Instant now) {
    return !now.isBefore(start) && now.isBefore(end);
  }

  /** Whether it is on, or has been within {@code after}. */
  public boolean isFelt(Instant now, Duration after) {
    return !now.isBefore(start) && now.isBefore(end.plus(after));
  }
}
