package dev.headroom.world.process;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.world.bug.Sabotage;
import dev.headroom.world.time.Agenda;
import dev.headroom.world.wire.Pipe;
import dev.headroom.world.wire.Producer;
import dev.headroom.world.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * An allocator instance that owns the site's partition, as the service's {@code PartitionDesk}
 * does: a claim whose offset is the epoch, renewals each second, a look with news that are worth
 * one and each tick that finds one due.
 */
public final class Owner {

  /** A reading that waited longer than this before us is history, and no reason for a look. */
  private static final Duration CURRENT = Duration.ofSeconds(2);

  private static final Duration BACKLOG = Duration.ofMinutes(1);

  private final Agenda agenda;
  private final Broker broker;
  private final Epochs epochs;
  private final Sabotage sabotage;
  private final Producer producer;
  private final List<Pipe<?>> inbound = new ArrayList<>();
  private final List<EvseState> before = new ArrayList<>();
  private Optional<Definition> definition = Optional.empty();
  private Optional<Desk> desk = Optional.empty();
  private long epoch;
  private Instant renewAt = Instant.MIN;
  private boolean paused;
  private boolean closed;

  /** Claims the partition. */
  Owner(Agenda agenda, Broker broker, Epochs epochs, Sabotage sabotage, SplittableRandom random) {
    this.agenda = agenda;
    this.broker = broker;
    this.epochs = epochs;
    this.sabotage = sabotage;
    this.producer = new Producer(agenda, random);
    inbound.add(broker.sites().subscribe(entry -> define(entry.value())));
    inbound.add(broker.states().subscribe(this::hear));
    inbound.add(broker.readings().subscribe(entry -> hear(entry.value())));
    LimitsEntry claim = new LimitsEntry.Lease(OptionalLong.empty(), agenda.now());
    producer.append(broker.limits(), LimitsEntry.OWNER, claim, this::claimed);
  }

  private void claimed(long offset) {
    epoch = offset;
    epochs.claimed(offset);
    takeOver();
  }

  private void takeOver() {
    if (epoch == 0 || definition.isEmpty()) {
      return;
    }
    Definition current = definition.get();
    Optional<Allocation> last =
        broker.limits().lastBefore(current.site().name(), epoch).map(Topic.Entry::value).stream()
            .filter(LimitsEntry.Issued.class::isInstance)
            .map(entry -> ((LimitsEntry.Issued) entry).allocation())
            .findFirst();
    Desk opened = new Desk(current, epoch, last, sabotage, agenda.now());
    before.forEach(state -> opened.accept(state, agenda.now()));
    before.clear();
    desk = Optional.of(opened);
  }

  private void define(Definition next) {
    boolean first = definition.isEmpty();
    if (first || next.version() > definition.get().version()) {
      definition = Optional.of(next);
    }
    if (first) {
      takeOver();
    } else {
      desk.ifPresent(it -> it.redefine(next));
    }
  }

  private void hear(MeterReading reading) {
    Instant now = agenda.now();
    if (desk.isPresent() && reading.receivedAt().isAfter(now.minus(BACKLOG))) {
      boolean worth = desk.get().accept(reading);
      if (worth && reading.receivedAt().isAfter(now.minus(CURRENT))) {
        decide(desk.get());
      }
    }
  }

  private void hear(Topic.Entry<EvseState> entry) {
    EvseState state = Connections.inEpoch(entry);
    if (desk.isEmpty()) {
      before.add(state);
      return;
    }
    boolean worth = desk.get().accept(state, agenda.now());
    if (worth && state.at().isAfter(agenda.now().minus(CURRENT))) {
      decide(desk.get());
    }
  }

  /** Time has passed. */
  void tick() {
    if (closed || paused || desk.isEmpty()) {
      return;
    }
    if (desk.get().due(agenda.now())) {
      decide(desk.get());
    }
    if (!agenda.now().isBefore(renewAt)) {
      renewAt = agenda.now().plusSeconds(1);
      LimitsEntry lease = new LimitsEntry.Lease(OptionalLong.of(epoch), agenda.now());
      producer.append(broker.limits(), LimitsEntry.OWNER, lease);
    }
  }

  private void decide(Desk at) {
    at.decide(agenda.now())
        .ifPresent(
            decided -> {
              Allocation allocation = sabotage.issued(decided, epochs.newest());
              epochs.issued(allocation.revision(), epoch);
              producer.append(
                  broker.limits(), allocation.site(), new LimitsEntry.Issued(allocation));
            });
  }

  /** Its process stands still; what comes meanwhile waits. */
  void pause() {
    paused = true;
    hold();
  }

  /** Goes on where it stood, believing that it still owns. */
  void wake() {
    paused = false;
    letGo();
  }

  /** Nothing passes between it and the broker. */
  void hold() {
    inbound.forEach(Pipe::hold);
    producer.hold();
  }

  void letGo() {
    inbound.forEach(Pipe::letGo);
    producer.letGo();
  }

  /** It owns no more, or is dead. */
  void close() {
    closed = true;
    inbound.forEach(Pipe::close);
    producer.close();
  }
}
