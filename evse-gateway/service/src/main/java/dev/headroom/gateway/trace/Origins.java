package dev.headroom.gateway.trace;

import dev.headroom.contract.limits.LimitsRecord.SiteLimits;
import dev.headroom.contract.trace.TraceHeaders;
import dev.headroom.core.evse.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Headers;

/** Where each site's latest allocations came from: a charger may acknowledge one a while later. */
@ApplicationScoped
public class Origins {

  /** At most one a second while a call of 30 s is under way, and some. */
  private static final int REMEMBERED = 64;

  private static final class Latest extends LinkedHashMap<Revision, Origin> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Revision, Origin> eldest) {
      return size() > REMEMBERED;
    }
  }

  private final Map<String, Latest> bySite = new ConcurrentHashMap<>();

  /** An allocation was read, with the headers of its record. */
  public void read(SiteLimits limits, Headers headers) {
    var allocation = limits.allocation();
    Origin origin =
        new Origin(allocation.at(), limits.oldestReadingAt(), TraceHeaders.read(headers));
    Latest latest = bySite.computeIfAbsent(allocation.site(), site -> new Latest());
    synchronized (latest) {
      latest.put(allocation.revision(), origin);
    }
  }

  /** Where this allocation came from; empty if it is too long ago. */
  public Optional<Origin> of(String site, Revision revision) {
    Latest latest = bySite.get(site);
    if (latest == null) {
      return Optional.empty();
    }
    synchronized (latest) {
      return Optional.ofNullable(latest.get(revision));
    }
  }

  /** The site is no more. */
  public void forget(String site) {
    bySite.remove(site);
  }
}
