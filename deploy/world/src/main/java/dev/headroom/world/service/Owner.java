package dev.headroom.world.service;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.SiteController;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.SiteTree;
import dev.headroom.world.broker.Topic;
import dev.headroom.world.time.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;

/**
 * An allocator instance that owns the site's partition, as {@code PartitionDesk} drives the core: a
 * claim whose offset is the epoch, renewals each second, a look with each reading and each tick.
 */
public final class Owner {

  private static final long FORGED = 1_000_000;

  /** As the service's desk has it. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Agenda agenda;
  private final Topic<LimitsEntry> limits;
  private final long epoch;
  private final SiteController controller;
  private final Deque<Runnable> backlog = new ArrayDeque<>();
  private final boolean forges;
  private Instant renewAt = Instant.MIN;
  private Instant lookAt = Instant.MIN;
  private boolean paused;
  private boolean closed;
  private long newestEpoch;

  /** Claims the partition and takes over what was issued and reported before. */
  public Owner(
      Agenda agenda,
      SiteTree tree,
      Topic<LimitsEntry> limits,
      Optional<Allocation> last,
      Collection<EvseState> states,
      boolean forges) {
    this.agenda = agenda;
    this.limits = limits;
    this.forges = forges;
    this.epoch = limits.append(new LimitsEntry.Lease(0, Instant.MIN));
    this.newestEpoch = epoch;
    this.controller = new SiteController(tree, 1, epoch, last);
    states.forEach(controller::accept);
  }

  public void hear(MeterReading reading) {
    take(
        () -> {
          controller.accept(reading);
          decide();
        });
  }

  public void hear(EvseState state) {
    take(
        () -> {
          controller.accept(state);
          lookAt = Instant.MIN;
        });
  }

  /** Another has claimed the partition; known to this one only when a bug makes it forge. */
  public void claimedBy(long other) {
    newestEpoch = Math.max(newestEpoch, other);
  }

  /** Its process stands still; what comes meanwhile waits. */
  public void pause() {
    paused = true;
  }

  /** Goes on where it stood, believing that it still owns. */
  public void wake() {
    paused = false;
    while (!backlog.isEmpty()) {
      backlog.remove().run();
    }
  }

  /** It owns no more, or is dead. */
  public void close() {
    closed = true;
  }

  public long epoch() {
    return epoch;
  }

  /** Time has passed. */
  public void tick() {
    if (closed || paused) {
      return;
    }
    if (!agenda.now().isBefore(lookAt)) {
      decide();
    }
    if (!agenda.now().isBefore(renewAt)) {
      renewAt = agenda.now().plusSeconds(1);
      limits.append(new LimitsEntry.Lease(epoch, agenda.now()));
    }
  }

  private void take(Runnable news) {
    if (closed) {
      return;
    }
    if (paused) {
      backlog.add(news);
    } else {
      news.run();
    }
  }

  private void decide() {
    lookAt = agenda.now().plus(BETWEEN_LOOKS);
    controller
        .decide(agenda.now())
        .map(this::stamped)
        .ifPresent(allocation -> limits.append(new LimitsEntry.Issued(epoch, allocation)));
  }

  private Allocation stamped(Allocation a) {
    if (!forges || newestEpoch == epoch) {
      return a;
    }
    Revision forged = new Revision(newestEpoch, FORGED + a.revision().sequence());
    return new Allocation(a.site(), forged, a.siteVersion(), a.at(), a.limits(), a.circuits());
  }
}
