package dev.headroom.core.stagger;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether an outage has just ended: at least half of the EVSEs that were heard of, and three, came
 * online within a minute. In the first minute of its memory those that wait at 0 count as having
 * come: then it was an outage of the controller too. A controller that merely restarts finds
 * chargers that hold their limits, which is none.
 *
 * @param begun when the first look was; empty before it
 * @param last how each EVSE was there at the last look
 * @param came who came within the last minute, and when
 * @param over when the last outage ended, for as long as it matters
 */
public record Stagger(
    Optional<Instant> begun,
    Map<String, Presence> last,
    Map<String, Instant> came,
    Optional<Instant> over) {

  public static final Stagger NONE =
      new Stagger(Optional.empty(), Map.of(), Map.of(), Optional.empty());

  private static final Duration TOGETHER = Duration.ofMinutes(1);
  private static final int AT_LEAST = 3;

  public Stagger {
    last = Map.copyOf(last);
    came = Map.copyOf(came);
  }

  /**
   * What follows.
   *
   * @param seen of each EVSE that was ever heard of
   * @param staggeredStart for how long an outage matters after its end
   */
  public Stagger next(Map<String, Presence> seen, Duration staggeredStart, Instant now) {
    Instant first = begun.orElse(now);
    if (came.isEmpty() && seen.equals(last)) {
      return new Stagger(Optional.of(first), last, came, stillMatters(staggeredStart, now));
    }
    Map<String, Instant> coming = new TreeMap<>(came);
    coming.values().removeIf(at -> at.plus(TOGETHER).isBefore(now));
    seen.forEach(
        (evse, presence) -> {
          if (comes(evse, presence, first, now)) {
            coming.put(evse, now);
          }
        });
    boolean outage = coming.size() >= Math.max(AT_LEAST, Math.ceilDiv(seen.size(), 2));
    return outage
        ? new Stagger(Optional.of(first), seen, Map.of(), Optional.of(now))
        : new Stagger(Optional.of(first), seen, coming, stillMatters(staggeredStart, now));
  }

  private boolean comes(String evse, Presence now, Instant first, Instant at) {
    return switch (now) {
      case OFFLINE -> false;
      case ONLINE -> last.get(evse) == Presence.OFFLINE;
      case WAITS_AT_ZERO ->
          last.get(evse) == Presence.OFFLINE
              || (!last.containsKey(evse) && !first.plus(TOGETHER).isBefore(at));
    };
  }

  private Optional<Instant> stillMatters(Duration staggeredStart, Instant now) {
    return over.filter(end -> now.isBefore(end.plus(staggeredStart)));
  }

  /**
   * Whether an EVSE may rise above its standing limit. The moments are spread evenly in the order
   * of the site, and begin with another EVSE at each site.
   *
   * @param place of the EVSE among all of its site
   */
  public boolean mayRise(int place, int evses, String site, Duration staggeredStart, Instant now) {
    if (over.isEmpty()) {
      return true;
    }
    int turned = Math.floorMod(place + site.hashCode(), evses);
    Duration after = staggeredStart.multipliedBy(turned).dividedBy(evses);
    return !now.isBefore(over.get().plus(after));
  }
}
