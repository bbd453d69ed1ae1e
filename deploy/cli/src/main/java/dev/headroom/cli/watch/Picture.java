package dev.headroom.cli.watch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that is known at one moment.
 *
 * @param heardAt when the stream last said anything, be it that it is alive
 */
record Picture(Map<String, SiteLimits> sites, Connection connection, Optional<Instant> heardAt) {

  static final Picture EMPTY = new Picture(Map.of(), new Connection.Connecting(), Optional.empty());

  /** The sites, the smallest headroom share first. */
  List<SiteLimits> tightestFirst() {
    return sites.values().stream()
        .sorted(Comparator.comparingDouble(SiteLimits::tightness).thenComparing(SiteLimits::site))
        .toList();
  }

  Picture after(Message message, Instant now) {
    Map<String, SiteLimits> next = new TreeMap<>(sites);
    switch (message) {
      case Message.Snapshot(List<String> names) -> next.keySet().retainAll(names);
      case Message.Limits(SiteLimits limits) -> next.put(limits.site(), limits);
      case Message.Evse(SiteLimits.EvseReport report) ->
          next.computeIfPresent(report.site(), (site, known) -> known.with(report));
      case Message.Removed(String site) -> next.remove(site);
    }
    return new Picture(next, connection, Optional.of(now));
  }

  Picture alive(Instant now) {
    return new Picture(sites, connection, Optional.of(now));
  }

  Picture with(Connection now) {
    return new Picture(sites, now, heardAt);
  }
}
