package dev.headroom.world.oracle;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.electrical.LineCurrents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How much one connector may let through: the limit in force, and the highest one lately. */
final class Reach {

  /** A charger and its vehicle have followed a new limit after this (S2). */
  private static final Duration SETTLE = Duration.ofMillis(4900);

  private record Moment(Instant until, int milliamps) {}

  private final ChargingStation station;
  private final Connector connector;
  private final Deque<Moment> lately = new ArrayDeque<>();
  private int standing;
  private int told = Integer.MAX_VALUE;

  Reach(ChargingStation station, Connector connector) {
    this.station = station;
    this.connector = connector;
  }

  private int number() {
    return connector.evse().address().evseId();
  }

  /**
   * The limit in force now, in milliamperes; with nobody there, what a session would start with.
   */
  int milliamps(Instant now) {
    return station.limitMilliamps(number(), now);
  }

  /** The same, but no more than the charger was last told: for one that reads schedules wrongly. */
  int toldMilliamps(Instant now) {
    return Math.min(told, milliamps(now));
  }

  String station() {
    return station.id();
  }

  /** A command is obeyed. */
  void obeys(int before, int after, Instant now) {
    told = after;
    note(before, after, now);
  }

  /** Takes note of the limit as it stands. */
  void note(Instant now) {
    note(standing, milliamps(now), now);
  }

  /**
   * Takes note of a limit that stood until now, and of the one that stands: each change once, when
   * it happens if that is told, and otherwise when it is first seen.
   */
  void note(int until, int stands, Instant now) {
    standing = stands;
    if (until > stands) {
      lately.add(new Moment(now, until));
    }
    while (!lately.isEmpty() && lately.getFirst().until().plus(SETTLE).isBefore(now)) {
      lately.removeFirst();
    }
  }

  /** Whether it stood at that much until so lately that something may still follow it. */
  boolean stoodLatelyAt(int milliamps, Instant now) {
    return lately.stream()
        .filter(moment -> !moment.until().plus(SETTLE).isBefore(now))
        .anyMatch(moment -> moment.milliamps() >= milliamps);
  }

  /** The highest limit that something may still follow; who has left follows none. */
  int unsettledMilliamps(Instant now) {
    int most = milliamps(now);
    if (connector.vehicle().isEmpty()) {
      return most;
    }
    for (Moment moment : lately) {
      if (!moment.until().plus(SETTLE).isBefore(now)) {
        most = Math.max(most, moment.milliamps());
      }
    }
    return most;
  }

  /** What that much would be on the site's lines. */
  LineCurrents drawing(int milliamps) {
    return LineCurrents.behind(
        connector.supply(), connector.evse().wiring(), connector.conductorsInUse(), milliamps);
  }
}
