package dev.headroom.allocator.partition;

import dev.headroom.allocator.intake.Arrival;
import dev.headroom.allocator.metric.SiteLook;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.allocation.SiteController;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One site under our ownership. What goes wrong here stays here: the other sites go on. */
final class SiteDesk {

  private static final Logger LOG = LoggerFactory.getLogger(SiteDesk.class);
  private static final Duration BEFORE_RETRY = Duration.ofSeconds(1);

  /** How long a site without news goes without a look: what only time changes is seconds away. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  /**
   * How long a new owner waits for the first reading of each meter, which is on its way: without,
   * every take-over would cut the site to its worst case for a moment. Counted in S9's lease.
   */
  private static final Duration FOR_READINGS = Duration.ofMillis(1500);

  private final String site;
  private final SiteController controller;
  private final Map<String, Long> connectionEpochs = new HashMap<>();
  private final Set<String> silentMeters;
  private final Instant silentUntil;
  private Set<String> meteredCircuits;
  private Instant retryAt = Instant.MIN;
  private Instant lookAt = Instant.MIN;
  private boolean failing;

  SiteDesk(SiteTree tree, long version, long epoch, Optional<Allocation> lastIssued, Instant now) {
    site = tree.site().name();
    controller = new SiteController(tree, version, epoch, lastIssued);
    silentMeters =
        tree.rootFirst().stream()
            .map(Circuit::meter)
            .flatMap(Optional::stream)
            .map(Meter::name)
            .collect(Collectors.toCollection(HashSet::new));
    silentUntil = now.plus(FOR_READINGS);
    meteredCircuits = meteredCircuits(tree);
  }

  private static Set<String> meteredCircuits(SiteTree tree) {
    return tree.rootFirst().stream()
        .filter(circuit -> circuit.meter().isPresent())
        .map(Circuit::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  void redefine(SiteTree tree, long version) {
    lookAt = Instant.MIN;
    controller.redefine(tree, version);
    meteredCircuits = meteredCircuits(tree);
  }

  /** Takes what is heard of the site. */
  void accept(Arrival arrival) {
    lookAt = Instant.MIN;
    switch (arrival) {
      case Arrival.Metered metered -> accept(metered.reading());
      case Arrival.Reported reported -> accept(reported.state());
      case Arrival.Asked asked -> controller.accept(asked.ceiling());
      case Arrival.Withdrawn withdrawn -> controller.withdraw(withdrawn.source());
      case Arrival.Proposed proposed -> {}
      case Arrival.Defined defined -> {}
      case Arrival.Nothing nothing -> {}
      case Arrival.Refused refused -> {}
    }
  }

  private void accept(MeterReading reading) {
    silentMeters.remove(reading.meter());
    controller.accept(reading);
  }

  /** Takes the state, unless it is of a connection that another has replaced (design §4). */
  private void accept(EvseState state) {
    long epoch = state.connectionEpoch().orElse(0);
    if (epoch >= connectionEpochs.getOrDefault(state.evse(), 0L)) {
      connectionEpochs.put(state.evse(), epoch);
      controller.accept(state);
    }
  }

  /** The site as the last decision saw it. */
  SiteLook look(Instant now) {
    List<CircuitLoad> loads = controller.seen();
    return new SiteLook(site, now, loads, controller.shortfallWatts(now), silentMeters(loads));
  }

  /** A meter that leaves out one of its lines is as good as none. */
  private long silentMeters(List<CircuitLoad> loads) {
    return loads.stream()
        .filter(load -> load.measuredMilliamps().isEmpty())
        .map(CircuitLoad::circuit)
        .filter(meteredCircuits::contains)
        .distinct()
        .count();
  }

  /** Of the readings a decision now rests on, the oldest by its meter's clock. */
  Optional<Instant> oldestReadingAt(Instant now) {
    return controller.oldestReadingAt(now);
  }

  String site() {
    return site;
  }

  boolean failing() {
    return failing;
  }

  /** Whether there is news, or time for a look without any. */
  boolean due(Instant now) {
    return !now.isBefore(lookAt);
  }

  /**
   * What to issue now, if anything. A site that cannot be allocated gets its fallbacks once, and is
   * tried again every second.
   */
  Optional<Allocation> decide(Instant now) {
    lookAt = now.plus(BETWEEN_LOOKS);
    if (now.isBefore(retryAt) || (!silentMeters.isEmpty() && now.isBefore(silentUntil))) {
      return Optional.empty();
    }
    try {
      Optional<Allocation> decided = controller.decide(now);
      if (failing) {
        LOG.info("site {} can be allocated again", site);
        failing = false;
      }
      return decided;
    } catch (RuntimeException e) {
      return fail(e, now);
    }
  }

  private Optional<Allocation> fail(RuntimeException e, Instant now) {
    retryAt = now.plus(BEFORE_RETRY);
    if (failing) {
      return Optional.empty();
    }
    failing = true;
    LOG.error("site {} cannot be allocated, its EVSEs are cut to their fallbacks", site, e);
    return Optional.of(controller.fallback(now));
  }
}
