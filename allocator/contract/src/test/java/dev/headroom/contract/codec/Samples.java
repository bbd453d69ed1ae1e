package dev.headroom.contract.codec;

import dev.headroom.contract.demand.DemandRecord;
import dev.headroom.contract.limits.LimitsRecord.OwnerLease;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.demand.ClosedWindow;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.reading.MeterReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One value of each kind with every field there. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456789Z");
  static final Revision REVISION = new Revision(17, 4);
  static final PerPhase TWO_PHASES = new PerPhase(Map.of(Phase.L1, 12_300, Phase.L2, 0));

  static final MeterReading READING =
      new MeterReading(
          "demo-1",
          "main",
          TWO_PHASES,
          Optional.of(TWO_PHASES),
          Optional.of(TWO_PHASES),
          OptionalLong.of(0),
          NOW,
          NOW.plusMillis(40));

  private static final ChargingNeeds NEEDS =
      new ChargingNeeds(OptionalLong.of(0), Optional.of(NOW.plusSeconds(5400)));

  static final EvseState STATE = state(OptionalLong.of(0));
  static final EvseState OPENING_STATE =
      new EvseState(
          "demo-1",
          "port-1",
          OptionalLong.empty(),
          NOW,
          true,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          false);

  static final Allocation ALLOCATION =
      new Allocation(
          "demo-1",
          REVISION,
          3,
          NOW,
          List.of(
              new EvseLimit(
                  "port-1",
                  0,
                  Reason.at(Reason.Kind.FAIR_SHARE, "panel-a", Phase.L2).withinMilliamps(160_000),
                  OptionalLong.of(0))),
          List.of(
              new CircuitLoad(
                  "panel-a",
                  Phase.L2,
                  160_000,
                  OptionalInt.of(0),
                  20_000,
                  140_000,
                  Optional.of(new CircuitLoad.Sharing(3, 0)))));

  static final OwnerLease LEASE =
      new OwnerLease(0, OptionalLong.of(0), "allocator-0", NOW, Duration.ofSeconds(10));
  static final OwnerLease OPENING_LEASE =
      new OwnerLease(0, OptionalLong.empty(), "allocator-0", NOW, Duration.ofSeconds(10));

  static final DemandRecord DEMAND =
      new DemandRecord(
          "demo-1",
          new ClosedWindow(
              "service",
              Instant.parse("2026-03-01T12:00:00Z"),
              Duration.ofMinutes(15),
              0,
              0,
              Duration.ZERO,
              false));

  private Samples() {}

  private static EvseState state(OptionalLong epoch) {
    return new EvseState(
        "demo-1",
        "port-1",
        epoch,
        NOW,
        false,
        Optional.of(new ChargingSession("42", NOW, false, NEEDS)),
        Optional.of(new Acknowledgement(0, REVISION, NOW)),
        Optional.of(REVISION),
        Optional.of(new MeasuredCurrent(TWO_PHASES, NOW)),
        false,
        false,
        false);
  }
}
