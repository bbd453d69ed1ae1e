package dev.headroom.allocator.api;

import dev.headroom.allocator.limits.Issued;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.electrical.Phase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Limits", description = "A site's whole allocation; all currents in amperes.")
record LimitsView(
    String site,
    @Schema(description = "Orders owners: the higher one wins.") long epoch,
    @Schema(description = "Orders an owner's allocations.") long sequence,
    @Schema(description = "The version of the definition it was made from.") long siteVersion,
    Instant decidedAt,
    @Schema(description = "Its place in headroom.limits, partition:offset.") String id,
    List<EvseView> evses,
    List<CircuitView> circuits) {

  @Schema(name = "EvseLimit", description = "An upper bound for an EVSE's line current.")
  record EvseView(
      String evse,
      @Schema(examples = "16.000") BigDecimal limitAmps,
      @Schema(description = "What binds.") Reason.Kind reason,
      @Schema(description = "The circuit that binds, where one does.") Optional<String> circuit,
      @Schema(description = "The phase that binds, where one does.") Optional<Phase> phase) {}

  @Schema(name = "CircuitLoads", description = "A circuit as the allocation saw it.")
  record CircuitView(String circuit, List<PhaseView> phases) {}

  @Schema(name = "PhaseLoad")
  record PhaseView(
      Phase phase,
      @Schema(description = "Rating × factor, or the ceiling where that is lower.")
          BigDecimal effectiveLimitAmps,
      @Schema(description = "The meter's reading; absent if there is none or it is stale.")
          Optional<BigDecimal> measuredAmps,
      @Schema(description = "The base load counted: measured minus managed, or the worst case.")
          BigDecimal baseAmps,
      @Schema(description = "Effective limit minus base load; may be negative.")
          BigDecimal headroomAmps,
      @Schema(description = "The most the EVSEs below can draw together.") BigDecimal mostAmps) {}

  static LimitsView of(Issued issued) {
    Allocation allocation = issued.allocation();
    return new LimitsView(
        allocation.site(),
        allocation.revision().epoch(),
        allocation.revision().sequence(),
        allocation.siteVersion(),
        allocation.at(),
        issued.id(),
        allocation.limits().stream().map(LimitsView::evse).toList(),
        circuits(allocation.circuits()));
  }

  private static EvseView evse(EvseLimit limit) {
    return new EvseView(
        limit.evse(),
        Amperes.of(limit.limitMilliamps()),
        limit.reason().kind(),
        limit.reason().circuit(),
        limit.reason().phase());
  }

  private static List<CircuitView> circuits(List<CircuitLoad> loads) {
    Map<String, List<PhaseView>> byCircuit = new LinkedHashMap<>();
    loads.forEach(
        load ->
            byCircuit.computeIfAbsent(load.circuit(), name -> new ArrayList<>()).add(phase(load)));
    return byCircuit.entrySet().stream()
        .map(entry -> new CircuitView(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static PhaseView phase(CircuitLoad load) {
    return new PhaseView(
        load.phase(),
        Amperes.of(load.effectiveLimitMilliamps()),
        load.measuredMilliamps().stream().mapToObj(Amperes::of).findFirst(),
        Amperes.of(load.baseMilliamps()),
        Amperes.of(load.headroomMilliamps()),
        Amperes.of(load.mostMilliamps()));
  }
}
