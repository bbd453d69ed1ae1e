package dev.headroom.gateway.auth;

import dev.headroom.gateway.config.GatewayConfig;
import dev.headroom.gateway.credential.SecurityProfile;
import dev.headroom.gateway.site.SiteBook;
import dev.headroom.gateway.station.Known;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/**
 * The least security profile of a station: its own, else the highest of its sites, else the
 * gateway's; and never less than it has used before.
 */
@Startup
@ApplicationScoped
class ProfileFloor {

  private final GatewayConfig.Security config;
  private final SiteBook sites;

  ProfileFloor(GatewayConfig config, SiteBook sites) {
    this.config = config.security();
    this.sites = sites;
    require("headroom.gateway.security.least-profile", this.config.leastProfile());
    this.config
        .sites()
        .forEach((site, least) -> require("headroom.gateway.security.sites." + site, least));
  }

  /** Whether the station may use this profile. */
  boolean admits(String station, Known known, SecurityProfile profile) {
    int least = known.leastProfile().orElseGet(() -> ofSites(station));
    return profile.number() >= Math.max(least, known.seenProfile());
  }

  private int ofSites(String station) {
    return sites.sitesOf(station).stream()
        .map(site -> config.sites().get(site))
        .filter(Objects::nonNull)
        .max(Integer::compare)
        .orElse(config.leastProfile());
  }

  private static void require(String key, int number) {
    if (SecurityProfile.numbered(number).isEmpty()) {
      throw new IllegalArgumentException(key + " is 1, 2 or 3, not " + number);
    }
  }
}
