package dev.headroom.simulator.arrivals;

import dev.headroom.actors.vehicle.VehicleSpec;
import dev.headroom.actors.vehicle.Visit;
import dev.headroom.actors.vehicle.Visits;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.Site;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Recorded sessions with their places and the instant at which their replay began. */
public record RunningReplay(SessionReplay replay, Placement placement, Instant start) {

  /** What most of the recorded vehicles could take, and their chargers give. */
  private static final int USUAL_MAXIMUM_MILLIAMPS = 32_000;

  /** Begins now, at these sites. */
  public static RunningReplay begin(SessionReplay replay, List<Site> sites, Instant now) {
    return new RunningReplay(replay, Placement.of(replay.sessions(), sites), now);
  }

  /** What will be played, for people. */
  public String announcement() {
    return "replays %d recorded sessions from %s at %s times their speed%s"
        .formatted(
            placement.placed(),
            replay.sessions().getFirst().arrival().toLocalDateTime(),
            BigDecimal.valueOf(replay.speed()).stripTrailingZeros().toPlainString(),
            placement.turnedAway() == 0
                ? ""
                : "; %d more find no free EVSE".formatted(placement.turnedAway()));
  }

  /** The vehicles of an EVSE. */
  public Visits visits(String site, Evse evse) {
    return Visits.of(
        placement.at(site, evse).stream().map(session -> visit(session, evse)).toList());
  }

  private Visit visit(RecordedSession session, Evse evse) {
    Instant arrival = replay.played(session.arrival().toInstant(), start);
    Instant departure = replay.played(session.departure().toInstant(), start);
    long wattHours = (long) Math.ceil(session.requestedWattHours() / replay.speed());
    return new Visit(
        arrival,
        departure.isAfter(arrival) ? departure : arrival.plusMillis(1),
        vehicle(evse.output(), wattHours));
  }

  private static VehicleSpec vehicle(Output output, long wattHours) {
    return switch (output) {
      case Output.Ac ac ->
          vehicle(
              Output.PILOT_FLOOR_MILLIAMPS,
              Math.min(USUAL_MAXIMUM_MILLIAMPS, ac.maximumMilliamps()),
              wattHours);
      case Output.Dc dc -> vehicle(1, dc.maximumMilliamps(), wattHours);
    };
  }

  private static VehicleSpec vehicle(int minimum, int maximum, long wattHours) {
    return new VehicleSpec(minimum, maximum, 3, wattHours, VehicleSpec.USUAL_RESPONSE, true);
  }
}
