package dev.headroom.allocator.partition;

import dev.headroom.contract.site.SiteRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the sites topic says of a partition, and what we have written to it but not yet read back:
 * versions count on from our own writes, sites run by what the log says.
 */
final class SiteLog {

  private final Map<String, SiteRecord> read = new HashMap<>();
  private final Map<String, SiteRecord> accepted = new HashMap<>();
  private final Map<String, Optional<SiteRecord>> written = new HashMap<>();
  private final Map<String, Integer> unread = new HashMap<>();

  /** The newest we know of a site, our own writes included. */
  Optional<SiteRecord> of(String site) {
    return written.getOrDefault(site, Optional.ofNullable(read.get(site)));
  }

  /** The sites that are run, as the log says. */
  Map<String, SiteRecord> accepted() {
    return accepted;
  }

  void wrote(String site, Optional<SiteRecord> value) {
    written.put(site, value);
    unread.merge(site, 1, Integer::sum);
  }

  /** The log says so; returns whether what is run changes by it. */
  boolean heard(String site, Optional<SiteRecord> value) {
    Integer left = unread.computeIfPresent(site, (key, count) -> count > 1 ? count - 1 : null);
    if (left == null) {
      written.remove(site);
    }
    value.ifPresentOrElse(now -> read.put(site, now), () -> read.remove(site));
    Optional<SiteRecord> runs = value.filter(now -> now.accepted().isPresent());
    Optional<SiteRecord> ran = Optional.ofNullable(accepted.get(site));
    runs.ifPresentOrElse(now -> accepted.put(site, now), () -> accepted.remove(site));
    return !runs.map(SiteRecord::version).equals(ran.map(SiteRecord::version))
        || !runs.flatMap(SiteRecord::accepted).equals(ran.flatMap(SiteRecord::accepted));
  }
}
