package dev.headroom.cli.simulate.stays;

import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.simulator.arrivals.RecordedSession;
import java.util.Optional;
import java.util.OptionalLong;

/** What strategies hear of a vehicle's needs. */
public enum Needs {
  /** What its driver said: requested energy, and estimated departure where there is one. */
  STATED,
  /** What comes true: the energy it takes and its departure. */
  TRUE;

  ChargingNeeds of(RecordedSession session, Demand demand) {
    return switch (this) {
      case STATED ->
          new ChargingNeeds(
              OptionalLong.of(session.requestedWattHours()),
              Optional.of(session.estimatedDeparture().orElse(session.departure()).toInstant()));
      case TRUE ->
          new ChargingNeeds(
              OptionalLong.of(demand.wattHours(session)),
              Optional.of(session.departure().toInstant()));
    };
  }
}
