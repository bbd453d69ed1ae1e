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

  /** Takes note of the limit as it stands. */
  void note(Instant now) {
    int stands = milliamps(now);
    note(standing, stands, now);
    standing = stands;
  }

  /** Takes note of a limit that stood until now, and of the one that stands. */
  void note(int until, int stands, Instant now) {
    if (until > stands) {
      lately.add(new Moment(now, until));
    }
    while (!lately.isEmpty() && lately.getFirst().until().plus(SETTLE).isBefore(now)) {
      lately.removeFirst();
    }
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
