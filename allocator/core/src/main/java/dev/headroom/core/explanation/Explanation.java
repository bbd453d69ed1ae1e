package dev.headroom.core.explanation;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.electrical.Phase;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why EVSEs have the limits of one allocation: a plain sentence for each, with amperes and the
 * place, for whoever stands before the panel. It says nothing that the allocation does not.
 */
public final class Explanation {

  private final Allocation allocation;
  private final Map<Line, CircuitLoad> loads = new HashMap<>();

  private record Line(String circuit, Phase phase) {}

  /** Of the limits of this allocation. */
  public Explanation(Allocation allocation) {
    this.allocation = allocation;
    allocation.circuits().forEach(load -> loads.put(new Line(load.circuit(), load.phase()), load));
  }

  /** The sentence for an EVSE; empty if the allocation knows none of this name. */
  public Optional<String> why(String evse) {
    return allocation.limitOf(evse).map(this::why);
  }

  /** The sentence for a limit of this allocation. */
  public String why(EvseLimit limit) {
    Reason reason = limit.reason();
    Clause clause = new Clause(limit.limitMilliamps(), Bounded.of(reason, line(reason)));
    return "%s %s.".formatted(limit.evse(), clause.of(reason.kind()));
  }

  private Optional<CircuitLoad> line(Reason reason) {
    if (reason.circuit().isEmpty() || reason.phase().isEmpty()) {
      return Optional.empty();
    }
    Line line = new Line(reason.circuit().get(), reason.phase().get());
    return Optional.ofNullable(loads.get(line));
  }
}
