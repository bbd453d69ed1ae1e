package dev.headroom.actors.charger;

import java.time.Duration;

/**
 * How a charger follows its limit.
 *
 * @param spike for how long it offers its own maximum after it took a profile
 * @param ramp how long it takes from its own maximum to nothing, and back
 */
public record Manner(Duration spike, Duration ramp) {

  /** At once. */
  public static final Manner PROMPT = new Manner(Duration.ZERO, Duration.ZERO);

  public Manner {
    if (spike.isNegative() || ramp.isNegative()) {
      throw new IllegalArgumentException("no time is negative: " + spike + ", " + ramp);
    }
  }

  /** What it follows after {@code passed} if it followed {@code before} until then. */
  int towards(int limitMilliamps, int before, int maximumMilliamps, Duration passed) {
    if (ramp.isZero()) {
      return limitMilliamps;
    }
    long most = (long) maximumMilliamps * passed.toMillis() / ramp.toMillis();
    long change = Math.clamp((long) limitMilliamps - before, -most, most);
    return Math.toIntExact(before + change);
  }
}
