package dev.headroom.simulator.arrivals;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A vehicle's stay as somebody recorded or planned it.
 *
 * @param requestedWattHours what the driver asked for; 0 or more
 * @param deliveredWattHours what the vehicle took then, where that was recorded; 0 or more
 * @param station where it charged, as the recording calls it
 * @param estimatedDeparture when the driver meant to leave, where that was recorded
 * @param line where it stands in its file, from 1
 */
public record RecordedSession(
    OffsetDateTime arrival,
    OffsetDateTime departure,
    long requestedWattHours,
    OptionalLong deliveredWattHours,
    String station,
    Optional<OffsetDateTime> estimatedDeparture,
    int line) {

  static final Comparator<RecordedSession> BY_ARRIVAL =
      Comparator.comparing((RecordedSession session) -> session.arrival().toInstant())
          .thenComparing(RecordedSession::station);

  public RecordedSession {
    if (!arrival.isBefore(departure)) {
      throw new IllegalArgumentException("departure " + departure + " is not after " + arrival);
    }
  }
}
