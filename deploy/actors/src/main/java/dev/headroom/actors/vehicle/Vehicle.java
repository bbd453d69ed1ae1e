package dev.headroom.actors.vehicle;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A vehicle at a charger: follows the pilot after its response time, draws as much as pilot, own
 * maximum and battery allow, and nothing below its minimum or while it sleeps.
 */
public final class Vehicle {

  private static final long MILLIJOULES_PER_WATT_HOUR = 3_600_000L;

  private record Answer(Instant at, int pilotMilliamps) {}

  private final VehicleSpec spec;
  private final Deque<Answer> pending = new ArrayDeque<>();
  private final Sleep sleep;
  private final long wantedMillijoules;
  private long takenMillijoules;
  private int seenMilliamps;
  private int obeyedMilliamps;
  private boolean asleep;

  public Vehicle(VehicleSpec spec) {
    this.spec = spec;
    this.sleep = new Sleep(spec.afterPause());
    this.wantedMillijoules = spec.energyWantedWattHours() * MILLIJOULES_PER_WATT_HOUR;
  }

  /** The pilot shows this from now on; 0 means none. */
  public void pilot(int milliamps, Instant now) {
    if (milliamps != seenMilliamps) {
      seenMilliamps = milliamps;
      pending.add(new Answer(now.plus(spec.response()), milliamps));
    }
  }

  /** Time has come to {@code now}: answers that are due take effect. */
  public void advance(Instant now) {
    while (!pending.isEmpty() && !pending.getFirst().at().isAfter(now)) {
      Answer answer = pending.removeFirst();
      sleep.pilot(obeyedMilliamps, answer.pilotMilliamps(), answer.at());
      obeyedMilliamps = answer.pilotMilliamps();
    }
    asleep = sleep.isAsleep(now);
  }

  /** Energy that arrived. */
  public void take(long millijoules) {
    takenMillijoules += millijoules;
  }

  /** The line current it draws, in milliamperes. */
  public int drawMilliamps() {
    return satisfied() || asleep || obeyedMilliamps < spec.minimumMilliamps()
        ? 0
        : Math.min(obeyedMilliamps, acceptanceMilliamps());
  }

  /** The most it would draw now if it were offered that much, in milliamperes. */
  public int acceptsMilliamps() {
    return satisfied() ? 0 : acceptanceMilliamps();
  }

  private int acceptanceMilliamps() {
    long lastTenth = wantedMillijoules / 10;
    long left = wantedMillijoules - takenMillijoules;
    if (!spec.tapers() || left >= lastTenth) {
      return spec.maximumMilliamps();
    }
    long range = spec.maximumMilliamps() - spec.minimumMilliamps();
    return (int) (spec.minimumMilliamps() + Math.round((double) range * left / lastTenth));
  }

  /** What it got so far. */
  public long takenWattHours() {
    return takenMillijoules / MILLIJOULES_PER_WATT_HOUR;
  }

  public boolean satisfied() {
    return takenMillijoules >= wantedMillijoules;
  }

  /** Whether it sleeps through what it is offered. */
  public boolean isAsleep() {
    return asleep;
  }

  public VehicleSpec spec() {
    return spec;
  }
}
