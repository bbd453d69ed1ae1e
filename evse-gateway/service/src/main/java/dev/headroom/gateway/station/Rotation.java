package dev.headroom.gateway.station;

import java.time.Duration;
import java.time.Instant;

/**
 * Another password that a station was told to use.
 *
 * @param hash of that password
 * @param accepted whether the station said that it has it
 */
public record Rotation(String hash, Instant orderedAt, boolean accepted) {

  /** What it means that the station comes with its old password. */
  public enum Old {
    /** It may still have to boot to use the other. */
    RIGHT,
    /** It has shown that it did not take the other, of which it never spoke. */
    RIGHT_ALONE,
    /** It said long ago that it has the other. */
    OVER
  }

  /** What the old password means now; within {@code patience} it is right whatever was said. */
  public Old old(Instant now, Duration patience) {
    if (now.isBefore(orderedAt.plus(patience))) {
      return Old.RIGHT;
    }
    return accepted ? Old.OVER : Old.RIGHT_ALONE;
  }
}
