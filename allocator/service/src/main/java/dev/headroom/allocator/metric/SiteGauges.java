package dev.headroom.allocator.metric;

import dev.headroom.core.allocation.Allocation;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The series that bear a site's name, of a bounded number of sites: labels cost memory. */
final class SiteGauges {

  private final MeterRegistry registry;
  private final int mostSites;
  private final boolean perEvse;
  private final Map<String, SiteSeries> sites = new ConcurrentHashMap<>();

  SiteGauges(MeterRegistry registry, int mostSites, boolean perEvse) {
    this.registry = registry;
    this.mostSites = mostSites;
    this.perEvse = perEvse;
  }

  /** Only a site that is looked at has series: what comes in for another must not make any. */
  void look(SiteLook look, Duration breached) {
    if (!look.loads().isEmpty()) {
      room(look.site()).ifPresent(series -> series.look(look, breached));
    }
  }

  void metered(String site, String meter, Instant receivedAt) {
    Optional.ofNullable(sites.get(site)).ifPresent(series -> series.metered(meter, receivedAt));
  }

  void issued(Allocation allocation) {
    if (perEvse) {
      Optional.ofNullable(sites.get(allocation.site()))
          .ifPresent(
              series ->
                  allocation
                      .limits()
                      .forEach(limit -> series.limit(limit.evse(), limit.limitMilliamps())));
    }
  }

  void forget(String site) {
    Optional.ofNullable(sites.remove(site)).ifPresent(SiteSeries::remove);
  }

  private Optional<SiteSeries> room(String site) {
    SiteSeries known = sites.get(site);
    if (known != null || sites.size() >= mostSites) {
      return Optional.ofNullable(known);
    }
    return Optional.of(sites.computeIfAbsent(site, name -> new SiteSeries(registry, name)));
  }
}
