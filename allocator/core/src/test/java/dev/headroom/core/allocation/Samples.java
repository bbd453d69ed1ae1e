package dev.headroom.core.allocation;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.reading.MeterReading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What chargers and CTs say at one moment; milliamperes, the same on every line. */
final class Samples {

  private static final List<Phase> LINES = List.of(Phase.values());

  private static final ChargingSession SESSION = new ChargingSession("s", Instant.EPOCH, true);

  private Samples() {}

  static void draws(EvseBook evse, int milliamps, Instant at) {
    draws(evse, milliamps, at, Optional.empty());
  }

  /** Following a limit that it acknowledged. */
  static void draws(EvseBook evse, int milliamps, Instant at, Optional<Acknowledgement> limit) {
    draws(evse, milliamps, at, limit, Optional.empty());
  }

  /** While so much of what was issued has settled. */
  static void draws(
      EvseBook evse,
      int milliamps,
      Instant at,
      Optional<Acknowledgement> limit,
      Optional<Revision> settled) {
    evse.accept(
        new EvseState(
            "test",
            evse.evse().name(),
            OptionalLong.of(7),
            at,
            true,
            Optional.of(SESSION),
            limit,
            settled,
            Optional.of(new MeasuredCurrent(PerPhase.same(LINES, milliamps), at)),
            true,
            true,
            false));
  }

  static MeterReading reading(int milliamps, Instant at) {
    return reading(PerPhase.same(LINES, milliamps), at);
  }

  static MeterReading reading(PerPhase milliamps, Instant at) {
    return reading(milliamps, at, at);
  }

  /** Measured at one instant by the meter's clock, and received at another. */
  static MeterReading late(int milliamps, Instant measured, Instant received) {
    return reading(PerPhase.same(LINES, milliamps), measured, received);
  }

  private static MeterReading reading(PerPhase milliamps, Instant measured, Instant received) {
    return new MeterReading(
        "test",
        "main",
        milliamps,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        measured,
        received);
  }
}
