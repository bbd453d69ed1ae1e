package dev.headroom.gateway.fact;

import dev.headroom.gateway.charging.ChargingKey;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts that wait to be written, the first that came first. Of those that say how something stands
 * only the latest waits, in the place of the one before: however often chargers come and go, they
 * wait once each. Not thread-safe.
 */
final class FactQueue {

  /** What a fact is about; a fact that replaces none is about itself alone. */
  private sealed interface Subject {
    record Boot(String station) implements Subject {}

    record Sight(String station) implements Subject {}

    record Profiles(String station, int evseId) implements Subject {}

    record Energy(ChargingKey session, long quarter) implements Subject {}

    /** Told from others by its number. */
    record Itself(long number) implements Subject {}
  }

  private final int capacity;
  private final Map<Subject, Fact> waiting = new LinkedHashMap<>();
  private long numbers;

  FactQueue(int capacity) {
    this.capacity = capacity;
  }

  /** Takes a fact in line; false if there is no room for it. */
  boolean add(Fact fact) {
    Subject subject = subject(fact);
    if (waiting.size() >= capacity && !waiting.containsKey(subject)) {
      return false;
    }
    waiting.merge(subject, fact, FactQueue::latest);
    return true;
  }

  private Subject subject(Fact fact) {
    return switch (fact) {
      case Fact.StationBooted booted -> new Subject.Boot(booted.stationId());
      case Fact.StationSeen seen -> new Subject.Sight(seen.stationId());
      case Fact.ProfilesWritten it -> new Subject.Profiles(it.stationId(), it.evseId());
      case Fact.EnergyRead read -> new Subject.Energy(read.key(), read.read().quarter());
      case Fact.SecurityEventHeard _, Fact.ChargingStarted _, Fact.ChargingEnded _ ->
          new Subject.Itself(numbers++);
    };
  }

  /** Registers may be told of out of order, all else is not. */
  private static Fact latest(Fact known, Fact other) {
    return known instanceof Fact.EnergyRead one
            && other instanceof Fact.EnergyRead two
            && one.read().compareTo(two.read()) > 0
        ? known
        : other;
  }

  /** The first of them. */
  List<Fact> first(int most) {
    return waiting.values().stream().limit(most).toList();
  }

  /** These, which were the first, are written; what has replaced one of them since is not. */
  void written(List<Fact> facts) {
    Iterator<Fact> inLine = waiting.values().iterator();
    for (Fact fact : facts) {
      if (inLine.next() == fact) {
        inLine.remove();
      }
    }
  }

  int size() {
    return waiting.size();
  }
}
