package dev.headroom.world.process;

import dev.headroom.world.bug.Sabotage;
import dev.headroom.world.chance.Chances;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.Faulty;
import dev.headroom.world.time.Agenda;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The allocator's instances: one owns, another takes over when it is missed. Those that were
 * displaced without knowing it go on for as long as they live.
 */
public final class Allocators implements Faulty {

  /** The group misses a member after a session's time-out; a takeover takes a moment more. */
  private static final int LEAST_MISSED_MILLIS = 2000;

  private static final int MOST_MISSED_MILLIS = 10_000;

  /** A member that wakes up learns within this that it owns no more. */
  private static final Duration UNTIL_FENCED = Duration.ofSeconds(2);

  private final Agenda agenda;
  private final Broker broker;
  private final Epochs epochs;
  private final Sabotage sabotage;
  private final SplittableRandom random;
  private final List<Owner> alive = new ArrayList<>();
  private final Map<Fault, Owner> befallen = new HashMap<>();
  private int outages;

  public Allocators(
      Agenda agenda, Broker broker, Epochs epochs, Sabotage sabotage, Chances chances) {
    this.agenda = agenda;
    this.broker = broker;
    this.epochs = epochs;
    this.sabotage = sabotage;
    this.random = chances.of("allocators");
    claim();
  }

  public void tick() {
    List.copyOf(alive).forEach(Owner::tick);
  }

  private void claim() {
    alive.add(new Owner(agenda, broker, epochs, sabotage, random.split()));
  }

  private void claimWhenMissed() {
    int missed = random.nextInt(LEAST_MISSED_MILLIS, MOST_MISSED_MILLIS);
    agenda.after(
        Duration.ofMillis(missed),
        () -> {
          if (outages == 0) {
            displace();
          }
        });
  }

  /** Another owns from now on; who lost nothing but the site learns of that soon. */
  private void displace() {
    List<Owner> displaced = new ArrayList<>(alive);
    displaced.removeAll(befallen.values());
    claim();
    agenda.after(UNTIL_FENCED, () -> displaced.forEach(this::close));
  }

  private void close(Owner owner) {
    owner.close();
    alive.remove(owner);
  }

  @Override
  public void begin(Fault fault) {
    switch (fault.kind()) {
      case ALLOCATOR_DEAD -> {
        outages++;
        List.copyOf(alive).forEach(this::close);
      }
      case ALLOCATOR_KILLED -> {
        if (!alive.isEmpty()) {
          close(alive.getLast());
          claimWhenMissed();
        }
      }
      case ALLOCATOR_PAUSED -> {
        if (!alive.isEmpty()) {
          Owner owner = alive.getLast();
          owner.pause();
          befallen.put(fault, owner);
          claimWhenMissed();
        }
      }
      case ALLOCATOR_DOUBLED -> {
        if (!alive.isEmpty()) {
          befallen.put(fault, alive.getLast());
          claim();
        }
      }
      case BROKER_PARTS_ALLOCATOR -> {
        if (!alive.isEmpty()) {
          alive.getLast().hold();
          befallen.put(fault, alive.getLast());
          claimWhenMissed();
        }
      }
      default -> throw new IllegalArgumentException("not an allocator's: " + fault);
    }
  }

  @Override
  public void end(Fault fault) {
    Owner owner = befallen.remove(fault);
    switch (fault.kind()) {
      case ALLOCATOR_DEAD -> {
        outages--;
        claimIfNobodyOwns();
      }
      case ALLOCATOR_PAUSED -> {
        if (owner != null) {
          owner.wake();
          agenda.after(UNTIL_FENCED, () -> fence(owner));
        }
      }
      case BROKER_PARTS_ALLOCATOR -> {
        if (owner != null) {
          owner.letGo();
          agenda.after(UNTIL_FENCED, () -> fence(owner));
        }
      }
      case ALLOCATOR_DOUBLED -> {
        if (owner != null) {
          fence(owner);
        }
      }
      default -> {}
    }
  }

  /** It learns that another owns; if it was the last one, another claims. */
  private void fence(Owner owner) {
    close(owner);
    claimIfNobodyOwns();
  }

  private void claimIfNobodyOwns() {
    if (outages == 0 && alive.isEmpty()) {
      claim();
    }
  }
}
