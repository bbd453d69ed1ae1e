package dev.headroom.simulator.arrivals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Recorded sessions to play, from the first arrival of a day to the end of the recording.
 *
 * <p>Vehicles and chargers stay physical: a minute of charging takes a minute. So {@code speed}
 * shortens stays and gaps, and divides each request by itself as well: what share of its stay a
 * vehicle must charge, and with it how sites are loaded, stays as recorded.
 *
 * @param sessions in the order of their arrival, at least one
 * @param speed recorded seconds per second
 */
public record SessionReplay(List<RecordedSession> sessions, double speed) {

  public SessionReplay {
    sessions = List.copyOf(sessions);
    if (!(speed > 0) || speed > 100_000) {
      throw new IllegalArgumentException("the sessions' speed lies above 0 and up to 100,000");
    }
  }

  /**
   * Reads a recording.
   *
   * @param from the day it starts with, in the recording's own time; empty for the busiest day
   * @throws IllegalArgumentException saying what is wrong with the file
   */
  public static SessionReplay read(Path file, Optional<LocalDate> from, double speed) {
    List<RecordedSession> all = SessionFile.read(file);
    LocalDate first = from.orElseGet(() -> busiestDay(all));
    List<RecordedSession> played =
        all.stream().filter(session -> !day(session).isBefore(first)).toList();
    if (played.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: nobody arrives on %s or later; it goes from %s to %s"
              .formatted(file, first, day(all.getFirst()), day(all.getLast())));
    }
    return new SessionReplay(played, speed);
  }

  private static LocalDate day(RecordedSession session) {
    return session.arrival().toLocalDate();
  }

  /** The day with the most arrivals; the first of several. */
  private static LocalDate busiestDay(List<RecordedSession> sessions) {
    Map<LocalDate, Long> arrivals =
        sessions.stream()
            .map(SessionReplay::day)
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    LocalDate busiest = day(sessions.getFirst());
    for (LocalDate day : arrivals.keySet()) {
      if (arrivals.getOrDefault(day, 0L) > arrivals.getOrDefault(busiest, 0L)) {
        busiest = day;
      }
    }
    return busiest;
  }

  /** The recorded instant that is played first. */
  public Instant beginning() {
    return sessions.getFirst().arrival().toInstant();
  }

  /** When something recorded happens in a replay that began at {@code start}. */
  Instant played(Instant recorded, Instant start) {
    Duration since = Duration.between(beginning(), recorded);
    return start.plusMillis(Math.round(since.toMillis() / speed));
  }

  /** What of the recording is played at an instant of a replay that began at {@code start}. */
  public Instant recorded(Instant now, Instant start) {
    return beginning().plusMillis(Math.round(Duration.between(start, now).toMillis() * speed));
  }
}
