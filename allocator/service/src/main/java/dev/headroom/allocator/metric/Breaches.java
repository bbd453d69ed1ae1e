package dev.headroom.allocator.metric;

import dev.headroom.core.attention.Attention;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long sites have been above an effective limit. The time from one look to the next counts if
 * the earlier one saw it; a longer time without a look is not known and does not.
 */
final class Breaches {

  /** A look at rest, and the tick that it waits for. */
  private static final Duration LONGEST_STEP = Attention.AT_REST.plus(Attention.SOON);

  private final Counter seconds;
  private final Map<String, SiteLook> latest = new ConcurrentHashMap<>();

  Breaches(MeterRegistry registry) {
    seconds =
        Counter.builder("headroom.breach.seconds")
            .description("Time that sites were measured above an effective limit, all sites")
            .register(registry);
  }

  /** Takes a look; returns how long the site has been above since the one before. */
  Duration look(SiteLook look) {
    SiteLook before = latest.put(look.site(), look);
    if (before == null || !before.breached()) {
      return Duration.ZERO;
    }
    Duration step = between(before.at(), look.at());
    seconds.increment(step.toNanos() / 1e9);
    return step;
  }

  private static Duration between(Instant before, Instant now) {
    Duration step = Duration.between(before, now);
    return step.isNegative() || step.compareTo(LONGEST_STEP) > 0 ? Duration.ZERO : step;
  }

  void forget(String site) {
    latest.remove(site);
  }
}
