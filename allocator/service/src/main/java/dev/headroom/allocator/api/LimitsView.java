package dev.headroom.allocator.api;

import dev.headroom.allocator.limits.Issued;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
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
    @Schema(description = "In force when this was sent.") List<CeilingView> ceilings,
    List<EvseView> evses,
    List<CircuitView> circuits) {

  @Schema(name = "EvseLimit", description = "An upper bound for an EVSE's line current.")
  record EvseView(
      String evse,
      @Schema(examples = "16.000") BigDecimal limitAmps,
      @Schema(description = "What binds.") Reason.Kind reason,
      @Schema(description = "The circuit that binds, where one does.") Optional<String> circuit,
      @Schema(description = "The phase that binds, where one does.") Optional<Phase> phase,
      Optional<String> tenant,
      @Schema(description = "Nameplate of its branch breaker.")
          Optional<BigDecimal> branchBreakerAmps,
      @Schema(description = "The most it can draw.") Optional<BigDecimal> maximumAmps,
      @Schema(description = "What its gateway said last; absent if it was never heard of.")
          Optional<EvseStateView> state) {}

  @Schema(name = "CircuitLoads", description = "A circuit as the allocation saw it.")
  record CircuitView(
      String circuit,
      @Schema(description = "The circuit that feeds it; absent for the service entrance.")
          Optional<String> parent,
      @Schema(description = "Nameplate of its breaker.") Optional<BigDecimal> breakerAmps,
      List<PhaseView> phases) {}

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

  static LimitsView of(Issued issued, Surroundings known) {
    Allocation allocation = issued.allocation();
    return new LimitsView(
        allocation.site(),
        allocation.revision().epoch(),
        allocation.revision().sequence(),
        allocation.siteVersion(),
        allocation.at(),
        issued.id(),
        CeilingView.inForce(known.ceilings(), known.now()),
        allocation.limits().stream().map(limit -> evse(limit, known)).toList(),
        circuits(allocation.circuits(), known));
  }

  private static EvseView evse(EvseLimit limit, Surroundings known) {
    Optional<Evse> evse = known.evse(limit.evse());
    return new EvseView(
        limit.evse(),
        Amperes.of(limit.limitMilliamps()),
        limit.reason().kind(),
        limit.reason().circuit(),
        limit.reason().phase(),
        evse.flatMap(Evse::tenant),
        evse.map(one -> Amperes.of(one.branchBreakerMilliamps())),
        evse.map(one -> Amperes.of(one.maximumMilliamps())),
        Optional.ofNullable(known.states().get(limit.evse())).map(EvseStateView::of));
  }

  private static List<CircuitView> circuits(List<CircuitLoad> loads, Surroundings known) {
    Map<String, List<PhaseView>> byCircuit = new LinkedHashMap<>();
    loads.forEach(
        load ->
            byCircuit.computeIfAbsent(load.circuit(), name -> new ArrayList<>()).add(phase(load)));
    return byCircuit.entrySet().stream()
        .map(
            entry -> {
              Optional<Circuit> circuit = known.circuit(entry.getKey());
              return new CircuitView(
                  entry.getKey(),
                  circuit.flatMap(Circuit::parent),
                  circuit.map(one -> Amperes.of(one.breakerMilliamps())),
                  entry.getValue());
            })
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
