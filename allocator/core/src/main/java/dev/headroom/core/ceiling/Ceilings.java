package dev.headroom.core.ceiling;

import dev.headroom.core.ceiling.CeilingValue.Amperes;
import dev.headroom.core.ceiling.CeilingValue.Watts;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All ceilings of a site over time, one slot per source; the tightest wins.
 *
 * <pre>
 *   events    ----[  50 A  )---------[ 10 kW )---
 *   operator  --------[  40 A          )---------
 *   in force  ----[50 )[ 40 A        )[ 10 kW )--
 * </pre>
 */
public final class Ceilings {

  private final Map<String, Ceiling> bySource = new HashMap<>();

  public void accept(Ceiling ceiling) {
    bySource.put(ceiling.source(), ceiling);
  }

  public void withdraw(String source) {
    bySource.remove(source);
  }

  /** What is in force now: every source's intervals that cover the instant. */
  public List<InForce> at(Instant now) {
    return bySource.values().stream().flatMap(ceiling -> inForce(ceiling, now)).toList();
  }

  /** The same without utilities' events: what the site's operator set by hand. */
  public List<InForce> ofOperatorAt(Instant now) {
    return Optional.ofNullable(bySource.get(Ceiling.OPERATOR)).stream()
        .flatMap(ceiling -> inForce(ceiling, now))
        .toList();
  }

  /** When a bound next comes into force or ends, after this instant; empty if none will. */
  public Optional<Instant> nextChange(Instant now) {
    return bySource.values().stream()
        .flatMap(ceiling -> ceiling.intervals().stream())
        .flatMap(interval -> Stream.of(interval.start(), interval.end()))
        .filter(edge -> edge.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  private static Stream<InForce> inForce(Ceiling ceiling, Instant now) {
    return ceiling.intervals().stream()
        .filter(interval -> interval.covers(now))
        .map(interval -> new InForce(interval.value(), ceiling.mayPause()));
  }

  /** A bound in force, and whether it may pause EVSEs. */
  public record InForce(CeilingValue value, boolean mayPause) {

    /** The bound on each phase's current; none from a bound on power. */
    public int milliampsPerPhase() {
      return switch (value) {
        case Watts _ -> Integer.MAX_VALUE;
        case Amperes(int milliamps) -> milliamps;
      };
    }
  }
}
