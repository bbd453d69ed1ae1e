package dev.headroom.core.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who has the least time to spare: laxity is the time until departure less the time that the rest
 * of the energy takes at the EVSE's full power. Those who did not say both are last, in order of
 * arrival; so is one that is still there at its departure, since that has proved wrong.
 *
 * <p>Laxity stands still while an EVSE charges at full power and falls by a second per second while
 * it waits, so by itself it makes two that compete change places at every tick. Hence it is counted
 * in whole quarters of an hour, rounded down: those of one quarter share alike. A lower quarter
 * counts at once, a higher one only when laxity lies a whole quarter above where it begins: energy
 * is measured in jumps, and a voltage above nominal delivers faster than reckoned. So between two
 * changes of its urgency laxity has moved by a whole quarter; and as it falls no faster than time,
 * that is one change per quarter of an hour, which is also for how long a turn lasts. What the
 * rounding costs is small: one that runs out of time before its neighbours falls into the next
 * quarter before them, and is then served first.
 */
record LeastLaxity() implements Strategy {

  /** By so much laxity is rounded down. */
  static final Duration QUANTUM = Duration.ofMinutes(15);

  @Override
  public Urgency urgency(Claimant claimant, Instant now, Optional<Urgency> before) {
    Optional<Instant> departure = claimant.needs().departure().filter(now::isBefore);
    if (departure.isEmpty() || claimant.needs().wattHours().isEmpty()) {
      return Urgency.unknown(claimant.arrival());
    }
    long laxity = secondsBetween(now, departure.get()) - secondsAtFullPower(claimant);
    return Urgency.of(steady(laxity, before));
  }

  private static long secondsBetween(Instant now, Instant departure) {
    return Duration.between(now, departure).toSeconds();
  }

  private static long secondsAtFullPower(Claimant claimant) {
    long wattHours = claimant.needs().wattHours().orElseThrow();
    return Math.ceilDiv(wattHours * 3600, claimant.maximumWatts());
  }

  /** Down at once; up to where it would fall again only after a whole quarter. */
  private static long steady(long laxity, Optional<Urgency> before) {
    long quarter = Math.floorDiv(laxity, QUANTUM.toSeconds());
    return before
        .filter(Urgency::known)
        .map(Urgency::value)
        .filter(last -> quarter > last)
        .map(last -> quarter - 1)
        .orElse(quarter);
  }
}
