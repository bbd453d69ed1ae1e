package dev.headroom.core.demand;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a circuit took in the window that now lies in, by its meter. Between two readings that
 * follow each other soon it took their mean; what lies between others was not measured and counts
 * at the worst, which the window says.
 *
 * @param start a whole number of windows, UTC
 * @param until what is reckoned; not before the start, and not after the end
 * @param last the power then; empty if it is not known
 * @param millijoules taken until then
 * @param missingMillis of the time until then that were not measured
 * @param real whether all that was measured was real power
 */
public record OpenWindow(
    String circuit,
    Instant start,
    Duration length,
    Instant until,
    Optional<Power> last,
    long millijoules,
    long missingMillis,
    boolean real) {

  /** Windows that nobody watched are told for so long; older ones are lost. */
  private static final Duration TOLD = Duration.ofDays(1);

  /**
   * A measured power.
   *
   * @param real whether it is real power; otherwise amperes times volts
   */
  public record Power(long watts, boolean real) {

    public Power {
      if (watts < 0) {
        throw new IllegalArgumentException("a power of " + watts + " W");
      }
    }
  }

  /** What follows, with the windows that ended by it, the oldest first. */
  public record Step(OpenWindow next, List<ClosedWindow> closed) {

    public Step {
      closed = List.copyOf(closed);
    }
  }

  public OpenWindow {
    checkAligned(start, length);
    boolean within = !until.isBefore(start) && !until.isAfter(start.plus(length));
    if (!within || millijoules < 0 || missingMillis < 0 || missingMillis > length.toMillis()) {
      throw new IllegalArgumentException(
          "a window from %s on with %d mJ and %d ms missing until %s"
              .formatted(start, millijoules, missingMillis, until));
    }
  }

  static void checkAligned(Instant start, Duration length) {
    if (length.toMillis() <= 0
        || start.getNano() % 1_000_000 != 0
        || Math.floorMod(start.toEpochMilli(), length.toMillis()) != 0) {
      throw new IllegalArgumentException(
          "a window of %s does not begin at %s".formatted(length, start));
    }
  }

  /** Begins to watch: what the window took before that is missing. */
  public static OpenWindow begin(String circuit, Duration length, Instant now) {
    long into = Math.floorMod(now.toEpochMilli(), length.toMillis());
    Instant start = Instant.ofEpochMilli(now.toEpochMilli() - into);
    return empty(circuit, start, length, Optional.empty());
  }

  private static OpenWindow empty(
      String circuit, Instant start, Duration length, Optional<Power> last) {
    return new OpenWindow(circuit, start, length, start, last, 0, 0, true);
  }

  public Instant end() {
    return start.plus(length);
  }

  /**
   * The meter spoke. A reading that is not newer than the last changes nothing.
   *
   * @param soon readings further apart do not tell what lies between them
   */
  public Step metered(Power power, long worstWatts, Duration soon, Instant at) {
    Instant to = at.truncatedTo(ChronoUnit.MILLIS);
    if (to.isBefore(until) || (to.equals(until) && last.isPresent())) {
      return new Step(this, List.of());
    }
    boolean known = last.isPresent() && !until.plus(soon).isBefore(to);
    Segment segment =
        known
            ? Segment.between(last.orElseThrow(), power)
            : Segment.missing(Math.max(worstWatts, power.watts()));
    return through(segment, to, Optional.of(power));
  }

  /** Time has passed: ends the window if no reading can come any more that lies in it. */
  public Step passed(long worstWatts, Duration soon, Instant now) {
    return now.isAfter(end().plus(soon))
        ? through(Segment.missing(worstWatts), now.truncatedTo(ChronoUnit.MILLIS), Optional.empty())
        : new Step(this, List.of());
  }

  private record Segment(long watts, boolean measured, boolean real) {

    static Segment between(Power from, Power to) {
      return new Segment((from.watts() + to.watts()) / 2, true, from.real() && to.real());
    }

    static Segment missing(long watts) {
      return new Segment(Math.max(0, watts), false, true);
    }
  }

  private Step through(Segment segment, Instant to, Optional<Power> power) {
    List<ClosedWindow> closed = new ArrayList<>();
    OpenWindow window = this;
    while (!to.isBefore(window.end())) {
      OpenWindow full = window.with(segment, window.end());
      if (!full.end().plus(TOLD).isBefore(to)) {
        closed.add(full.closed());
      }
      window = empty(circuit, full.end(), length, power);
    }
    return new Step(window.with(segment, to).at(power), closed);
  }

  private OpenWindow with(Segment segment, Instant to) {
    long millis = Duration.between(until, to).toMillis();
    long more = segment.watts() * millis;
    return new OpenWindow(
        circuit,
        start,
        length,
        to,
        last,
        millijoules + more,
        missingMillis + (segment.measured() ? 0 : millis),
        real && segment.real());
  }

  private OpenWindow at(Optional<Power> power) {
    return new OpenWindow(circuit, start, length, until, power, millijoules, missingMillis, real);
  }

  private ClosedWindow closed() {
    return new ClosedWindow(
        circuit,
        start,
        length,
        millijoules / length.toMillis(),
        millijoules / Duration.ofHours(1).toMillis(),
        Duration.ofMillis(missingMillis),
        real);
  }
}
