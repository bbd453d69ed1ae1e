package dev.headroom.world.wire;

import dev.headroom.world.time.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * One direction: what goes in comes out later, in order. While it is held what comes waits at its
 * end, and follows at once when it is let go; holds add up.
 */
public final class Pipe<T> {

  private final Agenda agenda;
  private final SplittableRandom random;
  private final Delay delay;
  private final Consumer<T> end;
  private final Deque<T> waiting = new ArrayDeque<>();
  private Instant lastArrival = Instant.MIN;
  private int holds;
  private boolean closed;

  public Pipe(Agenda agenda, SplittableRandom random, Delay delay, Consumer<T> end) {
    this.agenda = agenda;
    this.random = random;
    this.delay = delay;
    this.end = end;
  }

  public void send(T message) {
    Instant arrival = agenda.now().plus(delay.draw(random));
    lastArrival = arrival.isBefore(lastArrival) ? lastArrival : arrival;
    agenda.at(lastArrival, () -> arrive(message));
  }

  private void arrive(T message) {
    if (closed) {
      return;
    }
    if (holds > 0) {
      waiting.add(message);
    } else {
      end.accept(message);
    }
  }

  public void hold() {
    holds++;
  }

  public void letGo() {
    holds--;
    while (holds == 0 && !closed && !waiting.isEmpty()) {
      end.accept(waiting.remove());
    }
  }

  /** Nothing comes out any more. */
  public void close() {
    closed = true;
    waiting.clear();
  }

  /** How long a message is on its way, in milliseconds. */
  public record Delay(int leastMillis, int mostMillis) {

    Duration draw(SplittableRandom random) {
      return Duration.ofMillis(random.nextInt(leastMillis, mostMillis + 1));
    }
  }
}
