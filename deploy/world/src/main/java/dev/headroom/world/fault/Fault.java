package dev.headroom.world.fault;

import java.time.Instant;

/** Something that goes wrong from {@code start} until {@code end}. */
public record Fault(FaultKind kind, Instant start, Instant end) {

  public boolean isOn(Instant now) {
    return !now.isBefore(start) && now.isBefore(end);
  }
}
