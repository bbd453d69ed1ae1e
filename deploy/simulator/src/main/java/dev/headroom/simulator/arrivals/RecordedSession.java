package dev.headroom.simulator.arrivals;

import java.time.OffsetDateTime;
import java.util.Comparator;

/**
 * A vehicle's stay as somebody recorded it.
 *
 * @param requestedWattHours what the driver asked for; 0 or more
 * @param station where it charged, as the recording calls it
 */
public record RecordedSession(
    OffsetDateTime arrival, OffsetDateTime departure, long requestedWattHours, String station) {

  static final Comparator<RecordedSession> BY_ARRIVAL =
      Comparator.comparing((RecordedSession session) -> session.arrival().toInstant())
          .thenComparing(RecordedSession::station);

  public RecordedSession {
    if (!arrival.isBefore(departure)) {
      throw new IllegalArgumentException("departure " + departure + " is not after " + arrival);
    }
  }
}
