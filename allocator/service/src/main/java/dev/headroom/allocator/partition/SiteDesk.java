package dev.headroom.allocator.partition;

import dev.headroom.allocator.demand.EntranceMeter;
import dev.headroom.allocator.intake.Arrival;
import dev.headroom.allocator.memory.Keeper;
import dev.headroom.allocator.metric.SiteLook;
import dev.headroom.contract.state.ControlRecord;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.allocation.SiteController;
import dev.headroom.core.attention.Attention;
import dev.headroom.core.demand.ClosedWindow;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.memory.ControlState;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  /**
   * How long a new owner waits for the first reading of each meter, which is on its way: without,
   * every take-over would cut the site to its worst case for a moment. Counted in S9's lease.
   */
  private static final Duration FOR_READINGS = Duration.ofMillis(1500);

  private final String site;
  private final long epoch;
  private final SiteController controller;
  private final EntranceMeter entrance;
  private final Attention attention;
  private final Keeper keeper = new Keeper();
  private final Slowness slowness = new Slowness();
  private final List<ClosedWindow> closed = new ArrayList<>();
  private final Map<String, Long> connectionEpochs = new HashMap<>();
  private final Set<String> silentMeters;
  private final Instant silentUntil;
  private long version;
  private Instant retryAt = Instant.MIN;
  private boolean failing;

  SiteDesk(SiteTree tree, long version, long epoch, Optional<Allocation> lastIssued, Instant now) {
    this.version = version;
    this.epoch = epoch;
    site = tree.site().name();
    controller = new SiteController(tree, version, epoch, lastIssued);
    entrance = new EntranceMeter(tree);
    attention = new Attention(tree);
    silentMeters =
        tree.rootFirst().stream()
            .map(Circuit::meter)
            .flatMap(Optional::stream)
            .map(Meter::name)
            .collect(Collectors.toCollection(HashSet::new));
    silentUntil = now.plus(FOR_READINGS);
  }

  /** Goes on where an earlier owner stopped. */
  void resume(ControlState state) {
    controller.resume(state);
    entrance.resume(state.metered());
  }

  void redefine(SiteTree tree, long next) {
    version = next;
    retryAt = Instant.MIN;
    controller.redefine(tree, next);
    entrance.redefine(tree);
    attention.redefine(tree);
  }

  /**
   * Takes what is heard of the site.
   *
   * @return whether it is worth a look at once
   */
  boolean accept(Arrival arrival, Instant now) {
    return switch (arrival) {
      case Arrival.Metered metered -> accept(metered.reading());
      case Arrival.Reported reported -> accept(reported.state(), now);
      case Arrival.Asked asked -> {
        controller.accept(asked.ceiling());
        yield news();
      }
      case Arrival.Withdrawn withdrawn -> {
        controller.withdraw(withdrawn.source());
        yield news();
      }
      case Arrival.Proposed _, Arrival.Defined _, Arrival.Nothing _, Arrival.Refused _ -> false;
    };
  }

  private boolean news() {
    attention.demand();
    return true;
  }

  private boolean accept(MeterReading reading) {
    boolean first = silentMeters.remove(reading.meter());
    controller.accept(reading);
    closed.addAll(entrance.accept(reading, controller.seen()));
    boolean worth = attention.heard(reading);
    return first ? news() : worth;
  }

  /** Takes the state, unless it is of a connection that another has replaced (design §4). */
  private boolean accept(EvseState state, Instant now) {
    long connection = state.connectionEpoch().orElse(0);
    if (connection < connectionEpochs.getOrDefault(state.evse(), 0L)) {
      return false;
    }
    connectionEpochs.put(state.evse(), connection);
    controller.accept(state);
    return attention.heard(state, now);
  }

  String site() {
    return site;
  }

  boolean failing() {
    return failing;
  }

  /** Whether there is news, or time for a look without any. */
  boolean due(Instant now) {
    return attention.due(now);
  }

  /**
   * Looks at the site. One that cannot be allocated gets its fallbacks once, and is tried again
   * every second.
   */
  Look look(Instant now) {
    attention.postponed(now);
    if (now.isBefore(retryAt) || (!silentMeters.isEmpty() && now.isBefore(silentUntil))) {
      return Look.NONE;
    }
    try {
      Optional<Allocation> decided = controller.decide(now);
      attention.looked(controller, now);
      closed.addAll(entrance.passed(controller.seen(), now));
      Look look = new Look(decided, controller.oldestReadingAt(now), Optional.of(picture(now)));
      if (failing) {
        LOG.info("site {} can be allocated again", site);
        failing = false;
      }
      return look;
    } catch (RuntimeException e) {
      retryAt = now.plus(BEFORE_RETRY);
      if (!failing) {
        LOG.error("site {} cannot be allocated, its EVSEs are cut to their fallbacks", site, e);
      }
      return fail(now);
    }
  }

  private SiteLook picture(Instant now) {
    List<CircuitLoad> seen = controller.seen();
    long silent = attention.silentMeters(seen);
    return new SiteLook(site, now, seen, controller.shortfallWatts(now), silent);
  }

  private Look fail(Instant now) {
    if (failing) {
      return Look.NONE;
    }
    failing = true;
    return new Look(Optional.of(controller.fallback(now)), Optional.empty(), Optional.empty());
  }

  /**
   * How long the last look took. A site that is slow time and again would hold up the others: it is
   * cut to its fallbacks, and tried now and then.
   *
   * @return what to issue for it, if anything
   */
  Look took(Duration time, Instant now) {
    if (!slowness.tooMuch(time)) {
      return Look.NONE;
    }
    retryAt = now.plus(slowness.pause(time));
    LOG.error("site {} took {} to look at, its EVSEs are cut to their fallbacks", site, time);
    return fail(now);
  }

  /** Windows that ended since this was last asked. */
  List<ClosedWindow> closed() {
    List<ClosedWindow> told = List.copyOf(closed);
    closed.clear();
    return told;
  }

  /** Nothing is kept before then. */
  void keepNothingUntil(Instant then) {
    keeper.holdUntil(then);
  }

  /** What to keep for the next owner, if it is time and something changed. */
  Optional<ControlRecord> toKeep(Instant now) {
    if (failing || !keeper.due(now)) {
      return Optional.empty();
    }
    ControlState state = controller.state().with(entrance.open());
    return keeper.keeps(state, now)
        ? Optional.of(new ControlRecord(site, epoch, version, now, state))
        : Optional.empty();
  }
}
