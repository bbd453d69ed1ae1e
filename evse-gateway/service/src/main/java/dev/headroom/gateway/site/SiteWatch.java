package dev.headroom.gateway.site;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.site.Site;
import dev.headroom.gateway.core.lease.Redefinition;
import dev.headroom.gateway.core.lease.SiteLease;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.session.StationSite;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One site: its definition, its newest allocation, and how the lease on it stands. */
final class SiteWatch {

  private final Duration longestTtl;
  private final SiteLease lease;
  private Site site;
  private Optional<Redefinition> redefinition = Optional.empty();
  private Optional<Allocation> newest = Optional.empty();
  private SitePermission permission = new SitePermission.CutOnly();

  SiteWatch(Site site, Duration longestTtl, Duration clockMargin, Instant since) {
    this.site = site;
    this.longestTtl = longestTtl;
    this.lease = new SiteLease(site, longestTtl.multipliedBy(2).plus(clockMargin), since);
  }

  /** What follows on another definition of the same site, which comes into force in its time. */
  static SiteWatch following(
      SiteWatch before,
      Site next,
      long version,
      Duration longestTtl,
      Duration clockMargin,
      Instant since) {
    Duration longestTail = longestTtl.multipliedBy(2).plus(clockMargin);
    Optional<Redefinition> under = Redefinition.of(before.site, next, version, longestTail);
    Site first = under.map(Redefinition::meanwhile).orElse(next);
    SiteWatch watch = new SiteWatch(first, longestTtl, clockMargin, since);
    watch.redefinition = under;
    return watch;
  }

  boolean isOf(Site definition) {
    return redefinition.map(Redefinition::next).orElse(site).equals(definition);
  }

  /** Whether what it was waiting for has happened, and its new definition is in force now. */
  boolean cameIntoForce(Instant now) {
    Optional<Redefinition> over = redefinition.filter(it -> it.isOver(now));
    over.ifPresent(
        it -> {
          site = it.next();
          lease.redefined(site);
          redefinition = Optional.empty();
        });
    return over.isPresent();
  }

  Set<String> stations() {
    return site.evses().stream()
        .map(evse -> evse.address().stationId())
        .collect(Collectors.toSet());
  }

  Optional<StationSite> station(String stationId) {
    return StationSite.of(site, stationId, longestTtl);
  }

  void renewed(Renewal renewal) {
    lease.renewed(renewal.receivedAt(), renewal.renewedAt(), renewal.lease());
  }

  void accept(EvseState state) {
    lease.accept(state);
  }

  /** False for an allocation older than one already seen (S7). */
  boolean accept(Allocation allocation) {
    boolean newer =
        newest.map(known -> allocation.revision().isAfter(known.revision())).orElse(true);
    if (newer) {
      newest = Optional.of(allocation);
      redefinition.ifPresent(it -> it.accept(allocation));
    }
    return newer;
  }

  Optional<Allocation> newest() {
    return newest;
  }

  /** The permission, if it is another than at the last look. */
  Optional<SitePermission> changedPermission(Instant now) {
    SitePermission current = lease.at(now);
    if (current.equals(permission)) {
      return Optional.empty();
    }
    permission = current;
    return Optional.of(current);
  }

  SitePermission permission(Instant now) {
    return lease.at(now);
  }
}
