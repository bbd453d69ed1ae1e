package dev.headroom.gateway.core.session;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.site.Evse;
import dev.headroom.gateway.core.control.Timing;
import dev.headroom.gateway.core.control.WriteBudget;
import dev.headroom.gateway.core.control.Written;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.model.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The station behind the socket: its place in the site, its EVSEs, its transactions. */
final class Station {

  private final SessionSettings settings;
  private final Outbox outbox;
  private final Transactions transactions = new Transactions();
  private final Map<Integer, TrackedEvse> evses = new TreeMap<>();
  private Optional<StationSite> site = Optional.empty();
  private Optional<StationIdentity> identity = Optional.empty();
  private Traits traits = Traits.UNKNOWN;
  private final Map<Integer, Written> written = new TreeMap<>();
  private Optional<Allocation> newest = Optional.empty();
  private boolean newestMayRaise;

  Station(SessionSettings settings, Outbox outbox) {
    this.settings = settings;
    this.outbox = outbox;
  }

  Optional<StationSite> site() {
    return site;
  }

  Optional<StationIdentity> identity() {
    return identity;
  }

  /**
   * The station is of this model.
   *
   * @return whether that changes what its EVSEs are told
   */
  boolean identify(StationIdentity is, Instant now) {
    identity = Optional.of(is);
    Traits known = settings.models().of(is);
    boolean same = known.withProven(false).equals(traits.withProven(false));
    traits = known;
    if (!same) {
      site.ifPresent(place -> place(place, now));
    }
    return !same;
  }

  /** What was written to its EVSEs before this connection. */
  void wrote(Map<Integer, Written> before) {
    written.putAll(before);
  }

  /** A profile was sent for an EVSE, or for the whole station. */
  void wrote(int evseId, Instant now) {
    Written more = written.getOrDefault(evseId, Written.NOTHING).more(now);
    written.put(evseId, more);
    evse(evseId).ifPresent(evse -> evse.budget().spend(now));
    outbox.add(new Effect.ProfileWritten(evseId, more));
  }

  private WriteBudget budget(int evseId) {
    return new WriteBudget(traits.writesPerDay(), written.getOrDefault(evseId, Written.NOTHING));
  }

  /** What is known of its model. */
  Traits traits() {
    return traits;
  }

  Transactions transactions() {
    return transactions;
  }

  Collection<TrackedEvse> evses() {
    return evses.values();
  }

  Optional<TrackedEvse> evse(int evseId) {
    return Optional.ofNullable(evses.get(evseId));
  }

  /**
   * Takes its place in the site. An EVSE that is what it was keeps what is known of it; one that is
   * no longer there is published as offline.
   */
  void place(StationSite place, Instant now) {
    boolean sameSupply =
        site.map(
                before ->
                    before.site().equals(place.site()) && before.supply().equals(place.supply()))
            .orElse(false);
    Map<Integer, TrackedEvse> before = new TreeMap<>(evses);
    evses.clear();
    for (Evse evse : place.evses()) {
      int evseId = evse.address().evseId();
      TrackedEvse kept = before.get(evseId);
      if (kept != null && sameSupply && kept.isOf(traits.fit(evse), traits)) {
        evses.put(evseId, kept);
        before.remove(evseId);
      } else {
        evses.put(evseId, track(place, traits.fit(evse)));
      }
    }
    before.values().forEach(gone -> leave(gone, place, now));
    if (!site.map(StationSite::site).equals(Optional.of(place.site()))) {
      newest = Optional.empty();
    }
    site = Optional.of(place);
    newest.ifPresent(this::distribute);
  }

  /** Its site is gone, or no longer has it: what is known stays, so that cuts can still be sent. */
  void displace(Instant now) {
    evses
        .values()
        .forEach(
            evse ->
                evse.publish(false, false, settings.stateInterval(), now).ifPresent(outbox::add));
    site = Optional.empty();
  }

  /** Takes an allocation, unless a newer one is known (S7). */
  void allocated(Allocation allocation) {
    if (!site.map(StationSite::site).equals(Optional.of(allocation.site()))) {
      return;
    }
    Optional<Revision> known = newest.map(Allocation::revision);
    if (known.isPresent() && !allocation.revision().isAfter(known.get())) {
      if (known.get().isAfter(allocation.revision())) {
        outbox.count(GatewayEvent.OLDER_ALLOCATION);
      }
      return;
    }
    newest = Optional.of(allocation);
    newestMayRaise = true;
    distribute(allocation);
  }

  /** The epoch of an EVSE's connection is known: allocations may name it by now. */
  void opened(String evse, long epoch) {
    evses.values().stream().filter(it -> it.name().equals(evse)).forEach(it -> it.opened(epoch));
    newest.ifPresent(this::distribute);
  }

  Optional<Allocation> newest() {
    return newest;
  }

  /** What came before the lease was lost raises nothing after it is held again (S5). */
  void leaseLost() {
    if (!newestMayRaise) {
      return;
    }
    newestMayRaise = false;
    evses.values().forEach(evse -> evse.limits().raisesNothing());
  }

  private void distribute(Allocation allocation) {
    for (TrackedEvse evse : evses.values()) {
      Optional<EvseLimit> limit = allocation.limitOf(evse.name());
      OptionalInt milliamps =
          limit.isPresent() ? OptionalInt.of(limit.get().limitMilliamps()) : OptionalInt.empty();
      if (evse.limits().wanted(milliamps, allocation.revision())) {
        outbox.count(GatewayEvent.LIMIT_OUT_OF_RANGE);
      }
      if (!newestMayRaise || !limit.map(evse::isKnownTo).orElse(false)) {
        evse.limits().raisesNothing();
      }
    }
  }

  private TrackedEvse track(StationSite place, Evse evse) {
    Duration ttl = traits.ttlWithin(settings.profileTtl());
    Timing timing =
        new Timing(
            ttl,
            traits.refreshWithin(ttl),
            traits.settle().orElse(settings.settle()),
            settings.meterPeriod(),
            settings.callAttempts());
    TrackedEvse tracked =
        new TrackedEvse(
            place.site(), evse, place.supply(), timing, traits, budget(evse.address().evseId()));
    transactions.on(evse.address().evseId()).ifPresent(tracked::resumed);
    return tracked;
  }

  /** An EVSE that goes on under its name, differently wired or rated, does not go offline. */
  private void leave(TrackedEvse gone, StationSite place, Instant now) {
    boolean goesOn =
        gone.site().equals(place.site())
            && place.evses().stream().anyMatch(evse -> evse.name().equals(gone.name()));
    if (!goesOn) {
      gone.publish(false, false, settings.stateInterval(), now).ifPresent(outbox::add);
    }
  }
}
