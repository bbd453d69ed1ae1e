package dev.headroom.core.explanation;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.allocation.CircuitLoad.Sharing;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An allocation of one EVSE, bay-7, on L2 of panel-a, which may carry 80 A. */
final class Said {

  static final CircuitLoad PANEL = panel(36_000, Optional.of(new Sharing(4, 0)));

  private Said() {}

  static CircuitLoad panel(int baseMilliamps, Optional<Sharing> sharing) {
    return new CircuitLoad(
        "panel-a", Phase.L2, 80_000, OptionalInt.empty(), baseMilliamps, 44_000, sharing);
  }

  static Reason onPanel(Reason.Kind kind) {
    return Reason.at(kind, "panel-a", Phase.L2);
  }

  static String of(int limitMilliamps, Reason reason) {
    return of(limitMilliamps, reason, PANEL);
  }

  static String of(int limitMilliamps, Reason.Kind kind) {
    return of(limitMilliamps, Reason.of(kind));
  }

  static String of(int limitMilliamps, Reason reason, CircuitLoad... loads) {
    EvseLimit limit = new EvseLimit("bay-7", limitMilliamps, reason);
    return new Explanation(allocation(List.of(limit), List.of(loads))).why("bay-7").orElseThrow();
  }

  static Allocation allocation(List<EvseLimit> limits, List<CircuitLoad> loads) {
    Instant noon = Instant.parse("2026-06-01T12:00:00Z");
    return new Allocation("oak", new Revision(5, 7), 3, noon, limits, loads);
  }
}
