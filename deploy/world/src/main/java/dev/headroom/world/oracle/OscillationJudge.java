package dev.headroom.world.oracle;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * That limits do not go up and down for nothing: so many turns by 2 A or more, and no more. What an
 * owner issues that another has displaced reaches no charger, and does not count.
 */
final class OscillationJudge implements Judge {

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int WORTH_MILLIAMPS = 2000;
  private static final int MOST_TURNS = 12;

  private static final class Course {
    int turnedAtMilliamps;
    int direction;
    final Deque<Instant> turns = new ArrayDeque<>();

    /** Whether it has turned too often while that counted. */
    boolean restless(int milliamps, boolean counts, Instant now) {
      int by = milliamps - turnedAtMilliamps;
      if (by * direction > 0) {
        turnedAtMilliamps = milliamps;
      } else if (Math.abs(by) >= WORTH_MILLIAMPS) {
        direction = Integer.signum(by);
        turnedAtMilliamps = milliamps;
        if (counts) {
          turns.add(now);
        }
      }
      while (!turns.isEmpty() && turns.getFirst().plus(WINDOW).isBefore(now)) {
        turns.remove();
      }
      return turns.size() > MOST_TURNS;
    }
  }

  private final Map<String, Course> courses = new HashMap<>();
  private long newestOwner;

  @Override
  public void issued(Allocation allocation, Sight sight, Consumer<Violation> found) {
    if (allocation.revision().epoch() < newestOwner) {
      return;
    }
    newestOwner = allocation.revision().epoch();
    boolean holds = sight.holds(Rule.OSCILLATION);
    for (EvseLimit limit : allocation.limits()) {
      Course course = courses.computeIfAbsent(limit.evse(), _ -> new Course());
      if (course.restless(limit.limitMilliamps(), holds, sight.now())) {
        String what =
            "%s was turned %d times in %s".formatted(limit.evse(), course.turns.size(), WINDOW);
        found.accept(new Violation(Rule.OSCILLATION, sight.now(), what));
      }
    }
  }
}
