package dev.headroom.gateway.core.session;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.Supplies;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The part of a site that one station is.
 *
 * @param supply what its EVSEs hang on: the site's, or a transformer's secondary
 * @param evses at least one; their addresses name this station, each with an EVSE id of its own
 * @param longestTtl the longest TTL of a live profile anywhere on the site (S5)
 */
public record StationSite(String site, Supply supply, List<Evse> evses, Duration longestTtl) {

  public StationSite {
    evses = List.copyOf(evses);
    if (evses.isEmpty()) {
      throw new IllegalArgumentException("a station on site '" + site + "' has an EVSE");
    }
    long ids = evses.stream().map(evse -> evse.address().evseId()).distinct().count();
    if (ids != evses.size()) {
      throw new IllegalArgumentException("two EVSEs of site '" + site + "' have one address");
    }
  }

  /** The EVSEs of this station; empty if the site has none. */
  public static Optional<StationSite> of(Site site, String stationId, Duration longestTtl) {
    List<Evse> evses =
        site.evses().stream().filter(evse -> evse.address().stationId().equals(stationId)).toList();
    if (evses.isEmpty()) {
      return Optional.empty();
    }
    Supply supply = Supplies.of(site).of(evses.getFirst().circuit());
    return Optional.of(new StationSite(site.name(), supply, evses, longestTtl));
  }
}
