package dev.headroom.gateway.database;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Lets a few at a time do something that takes a while. The others wait in line and are told when
 * they have waited for too long: all of them at once would all be too late, and nothing would get
 * done. What a turn starts is started outside of the lock. Thread-safe.
 */
final class Turns {

  /** Whose turn comes first, and for how long the others wait. */
  enum Line {
    /** What was begun is to be finished. */
    INSIDE(Duration.ofSeconds(5)),
    /**
     * Who wants to come in can come back. It is cheaper to let them wait than to send them away to
     * try again, but in the end they do not wait any longer themselves.
     */
    AT_THE_DOOR(Duration.ofSeconds(15));

    private final Duration patience;

    Line(Duration patience) {
      this.patience = patience;
    }

    Duration patience() {
      return patience;
    }
  }

  /** Somebody who waits. */
  interface Waiting {

    /** It is their turn, until {@link Turns#leave}. */
    void begin();

    /** It will not be. */
    void tooLate();
  }

  private record Place(Waiting who, Instant until) {}

  private final int atOnce;
  private final List<Deque<Place>> lines =
      Arrays.stream(Line.values()).<Deque<Place>>map(line -> new ArrayDeque<>()).toList();
  private int inside;

  /**
   * @param atOnce how many may be at it
   */
  Turns(int atOnce) {
    this.atOnce = atOnce;
  }

  /** Begins at once if there is room, and later otherwise. */
  void enter(Line line, Waiting who, Instant now) {
    synchronized (this) {
      if (inside >= atOnce) {
        lines.get(line.ordinal()).addLast(new Place(who, now.plus(line.patience())));
        return;
      }
      inside++;
    }
    who.begin();
  }

  /** Somebody is done: the next one's turn. */
  void leave() {
    Optional<Place> next;
    synchronized (this) {
      next = lines.stream().filter(line -> !line.isEmpty()).findFirst().map(Deque::removeFirst);
      if (next.isEmpty()) {
        inside--;
      }
    }
    next.ifPresent(place -> place.who().begin());
  }

  /** Tells those who have waited for too long by now. */
  void tell(Instant now) {
    List<Waiting> late = new ArrayList<>();
    synchronized (this) {
      for (Deque<Place> line : lines) {
        while (!line.isEmpty() && !now.isBefore(line.getFirst().until())) {
          late.add(line.removeFirst().who());
        }
      }
    }
    late.forEach(Waiting::tooLate);
  }

  /** How many wait. */
  synchronized int waiting() {
    return lines.stream().mapToInt(Deque::size).sum();
  }
}
