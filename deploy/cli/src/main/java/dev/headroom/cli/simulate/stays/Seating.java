package dev.headroom.cli.simulate.stays;

import dev.headroom.core.site.Site;
import dev.headroom.simulator.arrivals.RecordedSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Gives each session its EVSE; who has none there, or finds it taken, is left out. */
public final class Seating {

  private final Site site;
  private final Demand demand;
  private final Needs needs;
  private final Stations stations;
  private final long[] takenUntilMillis;
  private final int[] takenByLine;
  private final List<Stay> stays = new ArrayList<>();
  private Skipped unknown = Skipped.none("no EVSE of the site has their station_id");
  private Skipped lockedOff = Skipped.none("their EVSE is locked off");
  private Skipped overlapping = Skipped.none("they begin before the one before them has left");

  private Seating(Site site, Demand demand, Needs needs) {
    this.site = site;
    this.demand = demand;
    this.needs = needs;
    this.stations = new Stations(site);
    this.takenUntilMillis = new long[site.evses().size()];
    this.takenByLine = new int[site.evses().size()];
    Arrays.fill(takenUntilMillis, Long.MIN_VALUE);
  }

  /** Sessions, in the order of their arrival, at a site. */
  public static Seated of(List<RecordedSession> sessions, Site site, Demand demand, Needs needs) {
    Seating seating = new Seating(site, demand, needs);
    sessions.forEach(seating::seat);
    return new Seated(
        seating.stays,
        Stream.of(seating.unknown, seating.lockedOff, seating.overlapping)
            .filter(skipped -> skipped.sessions() > 0)
            .toList());
  }

  private void seat(RecordedSession session) {
    OptionalInt found = stations.port(session.station());
    if (found.isEmpty()) {
      unknown = unknown.and(session.station());
      return;
    }
    int port = found.getAsInt();
    long arrival = session.arrival().toInstant().toEpochMilli();
    long departure = session.departure().toInstant().toEpochMilli();
    if (site.evses().get(port).lockedOff()) {
      lockedOff = lockedOff.and(session.station());
    } else if (arrival < takenUntilMillis[port]) {
      overlapping =
          overlapping.and("line %d overlaps line %d".formatted(session.line(), takenByLine[port]));
    } else {
      takenUntilMillis[port] = departure;
      takenByLine[port] = session.line();
      stays.add(
          new Stay(
              port,
              arrival,
              departure,
              demand.wattHours(session) * Stay.WATT_HOUR,
              needs.of(session, demand)));
    }
  }
}
