package dev.headroom.world.run;

import dev.headroom.world.fault.Faults;
import dev.headroom.world.oracle.Violation;
import java.time.Duration;
import java.util.List;

/**
 * What came of a run.
 *
 * @param lived how long it went on: to its end, or to the first violation
 * @param deliveredWattHours to all vehicles: that something happened at all
 * @param peakD the hottest any breaker got
 * @param longestAbove for how long at most any breaker carried more than its rating
 * @param raises how many raises that chargers took were judged
 */
public record Verdict(
    long seed,
    Duration lived,
    Faults faults,
    List<Violation> violations,
    long deliveredWattHours,
    double peakD,
    Duration longestAbove,
    long raises) {

  public Verdict {
    violations = List.copyOf(violations);
  }

  public boolean clean() {
    return violations.isEmpty();
  }

  /** The same, where only these faults began. */
  Verdict under(Faults begun) {
    return new Verdict(
        seed, lived, begun, violations, deliveredWattHours, peakD, longestAbove, raises);
  }
}
