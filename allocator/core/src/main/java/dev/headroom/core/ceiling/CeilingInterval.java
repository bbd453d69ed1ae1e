package dev.headroom.core.ceiling;

import java.time.Instant;

/** A ceiling from {@code start} until just before {@code end}. */
public record CeilingInterval(Instant start, Instant end, CeilingValue value) {

  public CeilingInterval {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("a ceiling ends after it starts: " + start + ", " + end);
    }
  }

  public boolean covers(Instant now) {
    return !now.isBefore(start) && now.isBefore(end);
  }
}
