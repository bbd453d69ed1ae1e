package dev.headroom.simulator.arrivals;

import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which recorded session plugs in where. The recorded stations, in the order of their names, are
 * spread evenly over the EVSEs of all sites; who finds his taken goes to the next free one of the
 * same site, and leaves if there is none.
 */
public final class Placement {

  private record Seat(String site, Evse evse) {}

  private final List<Seat> seats;
  private final Map<String, Integer> seatOfStation = new HashMap<>();
  private final Map<Seat, Instant> taken = new HashMap<>();
  private final Map<Seat, List<RecordedSession>> placed = new HashMap<>();
  private int turnedAway;

  private Placement(List<Seat> seats) {
    this.seats = seats;
  }

  /** Places sessions, given in the order of their arrival. EVSEs that are locked off take none. */
  public static Placement of(List<RecordedSession> sessions, List<Site> sites) {
    Placement placement =
        new Placement(
            sites.stream()
                .flatMap(
                    site ->
                        site.evses().stream()
                            .filter(evse -> !evse.lockedOff())
                            .map(evse -> new Seat(site.name(), evse)))
                .toList());
    List<String> stations =
        sessions.stream().map(RecordedSession::station).distinct().sorted().toList();
    for (int i = 0; i < stations.size(); i++) {
      int seat = (int) ((long) i * placement.seats.size() / stations.size());
      placement.seatOfStation.put(stations.get(i), seat);
    }
    sessions.forEach(placement::place);
    return placement;
  }

  private void place(RecordedSession session) {
    Optional<Seat> free = freeSeat(session);
    free.ifPresentOrElse(
        seat -> {
          taken.put(seat, session.departure().toInstant());
          placed.computeIfAbsent(seat, first -> new ArrayList<>()).add(session);
        },
        () -> turnedAway++);
  }

  private Optional<Seat> freeSeat(RecordedSession session) {
    if (seats.isEmpty()) {
      return Optional.empty();
    }
    int wanted = seatOfStation.getOrDefault(session.station(), 0);
    String site = seats.get(wanted).site();
    for (int i = 0; i < seats.size(); i++) {
      Seat seat = seats.get((wanted + i) % seats.size());
      Instant until = taken.getOrDefault(seat, Instant.MIN);
      if (seat.site().equals(site) && !until.isAfter(session.arrival().toInstant())) {
        return Optional.of(seat);
      }
    }
    return Optional.empty();
  }

  /** What comes to an EVSE, in the order of arrival. */
  public List<RecordedSession> at(String site, Evse evse) {
    return List.copyOf(placed.getOrDefault(new Seat(site, evse), List.of()));
  }

  /** How many sessions have a place. */
  public int placed() {
    return placed.values().stream().mapToInt(List::size).sum();
  }

  /** How many found every EVSE of their site taken. */
  public int turnedAway() {
    return turnedAway;
  }
}
