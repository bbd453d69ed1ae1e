package dev.headroom.cli.watch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that is known at one moment.
 *
 * @param asked the sites that are asked for; none for all
 * @param missing which of them the allocator does not know; none before it has said anything
 * @param heardAt when the stream last said anything, be it that it is alive
 */
record Picture(
    Set<String> asked,
    Set<String> missing,
    Map<String, SiteLimits> sites,
    Connection connection,
    Optional<Instant> heardAt) {

  /** Nothing is known yet. */
  static Picture of(Set<String> asked) {
    return new Picture(asked, Set.of(), Map.of(), new Connection.Connecting(), Optional.empty());
  }

  /** That sites are missing, in words; empty if none is. */
  Optional<String> absence() {
    String names = missing.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    return switch (missing.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of("no site " + names + " here");
      default -> Optional.of("no sites " + names + " here");
    };
  }

  /** The sites, the smallest headroom share first. */
  List<SiteLimits> tightestFirst() {
    return sites.values().stream()
        .sorted(Comparator.comparingDouble(SiteLimits::tightness).thenComparing(SiteLimits::site))
        .toList();
  }

  Picture after(Message message, Instant now) {
    Map<String, SiteLimits> next = new TreeMap<>(sites);
    Set<String> gone = new TreeSet<>(missing);
    switch (message) {
      case Message.Snapshot(List<String> names) -> keep(names, next, gone);
      case Message.Resumed(List<String> names) -> keep(names, next, gone);
      case Message.Limits(SiteLimits limits) -> {
        next.put(limits.site(), limits);
        gone.remove(limits.site());
      }
      case Message.Evse(SiteLimits.EvseReport report) ->
          next.computeIfPresent(report.site(), (site, known) -> known.with(report));
      case Message.Removed(String site) -> {
        next.remove(site);
        if (asked.contains(site)) {
          gone.add(site);
        }
      }
    }
    return new Picture(asked, gone, next, connection, Optional.of(now));
  }

  /** These are all there are. */
  private void keep(List<String> names, Map<String, SiteLimits> known, Set<String> gone) {
    known.keySet().retainAll(names);
    gone.addAll(asked);
    names.forEach(gone::remove);
  }

  Picture alive(Instant now) {
    return new Picture(asked, missing, sites, connection, Optional.of(now));
  }

  Picture with(Connection now) {
    return new Picture(asked, missing, sites, now, heardAt);
  }
}
