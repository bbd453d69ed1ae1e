package dev.headroom.cli.simulate.stays;

import dev.headroom.simulator.arrivals.RecordedSession;
import java.util.List;

/** Which column of a session file says what a vehicle takes. */
public enum Demand {
  /** What it really took then. */
  DELIVERED("delivered_energy (kWh)") {
    @Override
    long wattHours(RecordedSession session) {
      return session
          .deliveredWattHours()
          .orElseThrow(() -> new IllegalArgumentException("nothing says what was delivered"));
    }
  },
  /** What its driver asked for, which is often more than fits into its battery. */
  REQUESTED("requested_energy (kWh)") {
    @Override
    long wattHours(RecordedSession session) {
      return session.requestedWattHours();
    }
  };

  private final String column;

  Demand(String column) {
    this.column = column;
  }

  public String column() {
    return column;
  }

  abstract long wattHours(RecordedSession session);

  /** Delivered where each session says it, requested in a plan. */
  public static Demand usual(List<RecordedSession> sessions) {
    return sessions.stream().allMatch(it -> it.deliveredWattHours().isPresent())
        ? DELIVERED
        : REQUESTED;
  }
}
