package dev.headroom.gateway.core.lease;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.StationAddress;
import dev.headroom.gateway.core.profile.EvseProfiles;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A site's new definition on its way into force (S2). Where it raises a fallback it raises what
 * every idle charger may begin with, and the others have to make room first: until they have, the
 * lower of both fallbacks counts. They have when the allocator, which reckons with the higher one
 * from the start, gives the EVSE as much; at the latest after the longest tail, when all have
 * fallen back. Not thread-safe.
 */
public final class Redefinition {

  private final Site next;
  private final Site meanwhile;
  private final long version;
  private final Duration longestTail;
  private final Set<Evse> raised;
  private Instant since = Instant.MAX;

  private Redefinition(Site next, Site meanwhile, long version, Duration longestTail) {
    this.next = next;
    this.meanwhile = meanwhile;
    this.version = version;
    this.longestTail = longestTail;
    this.raised = new HashSet<>(next.evses());
    meanwhile.evses().forEach(raised::remove);
  }

  /**
   * What stands between two definitions of a site; empty if the next may come into force at once.
   *
   * @param before as it is in force
   * @param version of the next one
   * @param longestTail 2 × the site's longest TTL + clock margin
   */
  public static Optional<Redefinition> of(
      Site before, Site next, long version, Duration longestTail) {
    Map<StationAddress, Evse> known =
        before.evses().stream().collect(Collectors.toMap(Evse::address, Function.identity()));
    Site meanwhile =
        new Site(
            next.name(),
            next.supply(),
            next.control(),
            next.circuits(),
            next.evses().stream()
                .map(evse -> meanwhile(Optional.ofNullable(known.get(evse.address())), evse))
                .toList());
    return meanwhile.equals(next)
        ? Optional.empty()
        : Optional.of(new Redefinition(next, meanwhile, version, longestTail));
  }

  /** Of an EVSE that is new nobody knows what it began with until now. */
  private static Evse meanwhile(Optional<Evse> before, Evse next) {
    int fallback = EvseProfiles.fallbackMilliamps(next);
    return before
        .filter(it -> EvseProfiles.fallbackMilliamps(it) < fallback)
        .map(it -> next.with(withFallbackOf(it, next.output())))
        .orElse(next);
  }

  private static Output withFallbackOf(Evse before, Output next) {
    return switch (next) {
      case Output.Ac(var maximum, var minimum, _, var steps) -> {
        int lower = EvseProfiles.fallbackMilliamps(before);
        yield new Output.Ac(maximum, minimum, lower < minimum ? 0 : lower, steps);
      }
      case Output.Dc(var rated, var minimum, _, var input) -> {
        int lower = fallbackWatts(before);
        yield new Output.Dc(rated, minimum, lower < minimum ? 0 : lower, input);
      }
    };
  }

  private static int fallbackWatts(Evse evse) {
    return evse.output() instanceof Output.Dc dc && !evse.lockedOff() ? dc.fallbackWatts() : 0;
  }

  /** What is in force until it is over: the new definition with the lower fallbacks. */
  public Site meanwhile() {
    return meanwhile;
  }

  /** The new definition. */
  public Site next() {
    return next;
  }

  /** An allocation of the site has come, at an instant of its owner's clock. */
  public void accept(Allocation allocation) {
    if (allocation.siteVersion() < version) {
      return;
    }
    since = since.isBefore(allocation.at()) ? since : allocation.at();
    for (EvseLimit limit : allocation.limits()) {
      raised.removeIf(
          evse ->
              evse.name().equals(limit.evse())
                  && limit.limitMilliamps() >= EvseProfiles.fallbackMilliamps(evse));
    }
  }

  /** Whether room was made, so that the new definition may come into force. */
  public boolean isOver(Instant now) {
    return raised.isEmpty() || !now.isBefore(end());
  }

  private Instant end() {
    return since.equals(Instant.MAX) ? Instant.MAX : since.plus(longestTail);
  }
}
