package dev.headroom.core.allocation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When a decision is worth issuing: at once when a limit changes, or the connection on which it
 * holds; a few seconds apart when only the picture does; and the same again within a minute, so
 * that whoever joins late hears it.
 */
final class Announcements {

  private static final Duration RE_ISSUE = Duration.ofSeconds(60);
  private static final long JITTER_MILLIS = 10_000;
  private static final Duration PICTURE = Duration.ofSeconds(5);
  private static final int WORTH_SHOWING_MILLIAMPS = 1000;

  private final String site;
  private Optional<Decision> last = Optional.empty();
  private Instant lastAt = Instant.MIN;
  private Instant due = Instant.MIN;
  private long sequence;

  Announcements(String site) {
    this.site = site;
  }

  /** The next decision goes out whatever it says. */
  void demand() {
    last = Optional.empty();
  }

  /** The sequence under which to issue the decision; empty if it can wait. */
  Optional<Long> worthIssuing(Decision decision, Instant now) {
    boolean worth =
        last.isEmpty()
            || !now.isBefore(due)
            || !orders(decision).equals(orders(last.get()))
            || (!now.isBefore(lastAt.plus(PICTURE)) && looksDifferent(decision, last.get()));
    return worth ? Optional.of(next()) : Optional.empty();
  }

  /** When the same goes out again, though nothing changes. */
  Instant due() {
    return due;
  }

  long next() {
    return ++sequence;
  }

  void issued(Decision decision, Instant now) {
    last = Optional.of(decision);
    lastAt = now;
    long jitter = Math.floorMod(site.hashCode() * 31L + sequence * 7919L, JITTER_MILLIS);
    due = now.plus(RE_ISSUE).minusMillis(jitter);
  }

  /** What gateways are told to do, without the reasons. */
  private static List<Order> orders(Decision decision) {
    return decision.limits().stream().map(Order::of).toList();
  }

  private record Order(int limitMilliamps, OptionalLong connection) {
    static Order of(EvseLimit limit) {
      return new Order(limit.limitMilliamps(), limit.connection());
    }
  }

  private static boolean looksDifferent(Decision decision, Decision before) {
    if (!decision.limits().equals(before.limits())
        || decision.loads().size() != before.loads().size()) {
      return true;
    }
    for (int i = 0; i < decision.loads().size(); i++) {
      CircuitLoad load = decision.loads().get(i);
      CircuitLoad old = before.loads().get(i);
      if (Math.abs(load.headroomMilliamps() - old.headroomMilliamps()) >= WORTH_SHOWING_MILLIAMPS
          || load.measuredMilliamps().isPresent() != old.measuredMilliamps().isPresent()) {
        return true;
      }
    }
    return false;
  }
}
