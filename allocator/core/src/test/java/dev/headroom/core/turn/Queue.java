package dev.headroom.core.turn;

import dev.headroom.core.turn.Drawing.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** Vehicles before a bound that has room for so many minimums; looked at every few seconds. */
final class Queue {

  static final Duration DWELL = Duration.ofMinutes(15);
  static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  final List<Vehicle> vehicles = new ArrayList<>();
  Instant now = NOON;
  int room;

  Queue(int room) {
    this.room = room;
  }

  /** A vehicle that draws when it may, unless it sleeps. */
  static final class Vehicle {
    final int place;
    final int rank;
    final int priority;
    String session;
    Instant arrival;
    IntFunction<Sample> draws = looks -> Sample.DRAWS;
    boolean in;
    int looksIn;
    Optional<Turn> turn = Optional.empty();

    Vehicle(int place, int rank, int priority, Instant arrival) {
      this.place = place;
      this.rank = rank;
      this.priority = priority;
      this.arrival = arrival;
      session = "s" + place;
    }

    boolean has() {
      return in && turn.map(it -> it.place() instanceof Turn.Place.Has).orElse(false);
    }

    private Entrant entrant() {
      Sample sample = in ? draws.apply(looksIn) : Sample.DRAWS_NOTHING;
      return new Entrant(place, session, arrival, rank, priority, in, sample);
    }
  }

  Vehicle comes(int rank, int priority) {
    Vehicle vehicle = new Vehicle(vehicles.size(), rank, priority, now);
    vehicles.add(vehicle);
    return vehicle;
  }

  Vehicle comes(int priority) {
    return comes(0, priority);
  }

  void looks(Duration step) {
    now = now.plus(step);
    List<TurnOrder.Standing> all = new ArrayList<>();
    for (Vehicle vehicle : vehicles) {
      Entrant seen = vehicle.entrant();
      Turn next = Turn.next(vehicle.turn, seen, DWELL, now);
      vehicle.turn = Optional.of(next);
      all.add(new TurnOrder.Standing(seen, next));
    }
    Set<Integer> in = new HashSet<>();
    for (int place : TurnOrder.of(vehicles.size(), all, DWELL, now)) {
      if (in.size() < room) {
        in.add(place);
      }
    }
    for (Vehicle vehicle : vehicles) {
      boolean may = in.contains(vehicle.place) && !vehicle.turn.orElseThrow().wakesUp();
      vehicle.looksIn = may && vehicle.in ? vehicle.looksIn + 1 : 0;
      vehicle.in = may;
    }
  }

  void looks(Duration step, Duration over, Runnable each) {
    Instant end = now.plus(over);
    while (now.isBefore(end)) {
      looks(step);
      each.run();
    }
  }

  void passes(Duration time) {
    looks(Duration.ofSeconds(1), time, () -> {});
  }
}
