package dev.headroom.gateway.site;

import dev.headroom.contract.limits.LimitsRecord.OwnerLease;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.site.Site;
import dev.headroom.gateway.core.control.Written;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.session.Input;
import dev.headroom.gateway.core.session.OpenTransaction;
import dev.headroom.gateway.core.session.StationSite;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * All sites with their allocations and leases, and the sockets that want to hear of them. Listeners
 * are called in order, under this object's lock, and must not wait. Safe for use by several
 * threads.
 */
public final class SiteBook {

  private final Duration longestTtl;
  private final Duration clockMargin;
  private final int partitions;
  private final Consumer<GatewayEvent> count;

  private final Map<String, SiteWatch> sites = new HashMap<>();
  private final Map<String, Set<String>> sitesOfStation = new HashMap<>();
  private final Map<String, Allocation> early = new HashMap<>();
  private final Map<Integer, Renewal> renewals = new HashMap<>();
  private final EvseStates states = new EvseStates();
  private final Map<String, Consumer<Input>> listeners = new HashMap<>();

  public SiteBook(
      Duration longestTtl, Duration clockMargin, int partitions, Consumer<GatewayEvent> count) {
    this.longestTtl = longestTtl;
    this.clockMargin = clockMargin;
    this.partitions = partitions;
    this.count = count;
  }

  /**
   * A socket has opened: tells it its site, its lease and its allocation, now and from now on.
   *
   * @param stillOpen whether this is still the station's socket, asked under the lock: an older one
   *     that comes late does not take the place of a newer one
   */
  public synchronized void attach(
      String stationId,
      Optional<StationIdentity> identity,
      List<OpenTransaction> open,
      Map<Integer, Written> written,
      Consumer<Input> listener,
      BooleanSupplier stillOpen,
      Instant now) {
    if (!stillOpen.getAsBoolean()) {
      return;
    }
    listeners.put(stationId, listener);
    Optional<StationSite> site = siteOf(stationId).flatMap(watch -> watch.station(stationId));
    listener.accept(new Input.Opened(site, identity, open, written));
    tellAll(stationId, now);
  }

  /** A socket has closed. One that was displaced in the meantime changes nothing. */
  public synchronized void detach(String stationId, Consumer<Input> listener) {
    listeners.remove(stationId, listener);
  }

  /**
   * A site was accepted, or deleted.
   *
   * @param version of the definition
   */
  public synchronized void site(String name, Optional<Site> definition, long version, Instant now) {
    SiteWatch before = sites.get(name);
    if (before != null && definition.filter(before::isOf).isPresent()) {
      return;
    }
    Set<String> affected = new HashSet<>();
    if (before != null) {
      sites.remove(name);
      before.newest().ifPresent(allocation -> early.put(name, allocation));
      before.stations().forEach(station -> leave(station, name));
      affected.addAll(before.stations());
    }
    definition.ifPresent(
        site -> {
          SiteWatch watch = watch(Optional.ofNullable(before), site, version, now);
          sites.put(name, watch);
          watch.stations().forEach(station -> enter(station, name));
          affected.addAll(watch.stations());
        });
    affected.forEach(station -> tellSite(station, now));
  }

  /**
   * An allocation of a site. One of an owner whose partition another has opened since is dropped
   * though it be the site's newest (S7): the new owner has not read it, and may give away what it
   * gives.
   */
  public synchronized void allocation(Allocation allocation) {
    Renewal owner = renewals.get(partitionOf(allocation.site()));
    if (owner != null && allocation.revision().epoch() < owner.epoch()) {
      count.accept(GatewayEvent.OLDER_ALLOCATION);
      return;
    }
    SiteWatch watch = sites.get(allocation.site());
    if (watch == null) {
      early.merge(
          allocation.site(),
          allocation,
          (known, other) -> other.revision().isAfter(known.revision()) ? other : known);
    } else if (watch.accept(allocation)) {
      watch.stations().forEach(station -> tell(station, new Input.Allocated(allocation)));
    } else {
      count.accept(GatewayEvent.OLDER_ALLOCATION);
    }
  }

  /** A site's limits were deleted with it. */
  public synchronized void allocationGone(String site) {
    early.remove(site);
  }

  /**
   * A partition's owner lives; an earlier owner's renewal changes nothing (S7).
   *
   * @param offset of the record
   */
  public synchronized void lease(OwnerLease lease, long offset, Instant receivedAt) {
    Renewal renewal = Renewal.of(lease, offset, receivedAt);
    Renewal known = renewals.get(lease.partition());
    if (known != null && known.epoch() > renewal.epoch()) {
      return;
    }
    renewals.put(lease.partition(), renewal);
    sites.forEach(
        (name, watch) -> {
          if (partitionOf(name) == lease.partition()) {
            watch.renewed(renewal);
          }
        });
  }

  /**
   * A state of an EVSE, from this gateway or another.
   *
   * @param offset of the record
   */
  public synchronized void state(EvseState state, long offset) {
    if (states.keep(state, offset)) {
      Optional.ofNullable(sites.get(state.site())).ifPresent(watch -> watch.accept(state));
    }
  }

  /** An EVSE is no more. */
  public synchronized void stateGone(String site, String evse) {
    states.forget(site, evse);
  }

  /**
   * Looks whether leases have run out or come back, and new definitions have come into force; twice
   * a second is often enough.
   */
  public synchronized void tick(Instant now) {
    for (SiteWatch watch : sites.values()) {
      if (watch.cameIntoForce(now)) {
        watch.stations().forEach(station -> tellSite(station, now));
      }
      watch
          .changedPermission(now)
          .map(Input.Leased::new)
          .ifPresent(leased -> watch.stations().forEach(station -> tell(station, leased)));
    }
  }

  /** Of how many sites the lease is held, so that their limits may be raised. */
  public synchronized long held(Instant now) {
    return sites.values().stream()
        .filter(watch -> watch.permission(now) instanceof SitePermission.Held)
        .count();
  }

  /** The sites that name a station: one, if it is to be told anything. */
  public synchronized Set<String> sitesOf(String stationId) {
    return Set.copyOf(sitesOfStation.getOrDefault(stationId, Set.of()));
  }

  public synchronized int size() {
    return sites.size();
  }

  private SiteWatch watch(Optional<SiteWatch> before, Site site, long version, Instant now) {
    SiteWatch watch =
        before
            .map(it -> SiteWatch.following(it, site, version, longestTtl, clockMargin, now))
            .orElseGet(() -> new SiteWatch(site, longestTtl, clockMargin, now));
    Optional.ofNullable(renewals.get(partitionOf(site.name()))).ifPresent(watch::renewed);
    states.of(site.name()).forEach(watch::accept);
    Optional.ofNullable(early.remove(site.name())).ifPresent(watch::accept);
    return watch;
  }

  private int partitionOf(String site) {
    return SitePartitioner.partitionOf(site, partitions);
  }

  private void enter(String station, String site) {
    sitesOfStation.computeIfAbsent(station, id -> new HashSet<>()).add(site);
  }

  private void leave(String station, String site) {
    sitesOfStation.computeIfPresent(
        station,
        (id, names) -> {
          names.remove(site);
          return names.isEmpty() ? null : names;
        });
  }

  /** A station that two sites claim is in neither: whose limits would count? */
  private Optional<SiteWatch> siteOf(String station) {
    Set<String> names = sitesOfStation.getOrDefault(station, Set.of());
    return names.size() == 1
        ? Optional.ofNullable(sites.get(names.iterator().next()))
        : Optional.empty();
  }

  private void tellSite(String station, Instant now) {
    tell(station, new Input.SiteChanged(siteOf(station).flatMap(watch -> watch.station(station))));
    tellAll(station, now);
  }

  private void tellAll(String station, Instant now) {
    siteOf(station)
        .ifPresent(
            watch -> {
              tell(station, new Input.Leased(watch.permission(now)));
              watch.newest().ifPresent(known -> tell(station, new Input.Allocated(known)));
            });
  }

  private void tell(String station, Input input) {
    Consumer<Input> listener = listeners.get(station);
    if (listener != null) {
      listener.accept(input);
    }
  }
}
