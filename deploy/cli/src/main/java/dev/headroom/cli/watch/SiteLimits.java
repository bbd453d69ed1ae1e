package dev.headroom.cli.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A site's limits as the allocator's stream tells of them; currents in amperes. */
record SiteLimits(
    String site,
    long epoch,
    long sequence,
    Instant decidedAt,
    List<CeilingNow> ceilings,
    List<EvseNow> evses,
    List<CircuitNow> circuits) {

  /** A bound in force; one of the two is there. */
  record CeilingNow(String source, Optional<Double> amps, Optional<Integer> watts, Instant until) {}

  /** An EVSE's limit, why, and what is known of it. */
  record EvseNow(
      String evse,
      double limitAmps,
      String reason,
      Optional<String> circuit,
      Optional<String> phase,
      Optional<String> tenant,
      Optional<Double> maximumAmps,
      Optional<EvseReport> state) {

    EvseNow with(EvseReport report) {
      return new EvseNow(
          evse, limitAmps, reason, circuit, phase, tenant, maximumAmps, Optional.of(report));
    }
  }

  /** What a gateway says of an EVSE. */
  record EvseReport(
      String site,
      String evse,
      boolean online,
      Optional<Session> session,
      Optional<Map<String, Double>> measuredAmps,
      boolean disobeys) {

    Optional<Double> largestAmps() {
      return measuredAmps.flatMap(all -> all.values().stream().max(Comparator.naturalOrder()));
    }
  }

  /** A vehicle at an EVSE. */
  record Session(Instant startedAt, boolean wantsCurrent) {}

  /** A circuit and its conductors. */
  record CircuitNow(
      String circuit,
      Optional<String> parent,
      Optional<Double> breakerAmps,
      List<PhaseNow> phases) {}

  /** One phase of a circuit. */
  record PhaseNow(
      String phase,
      double effectiveLimitAmps,
      Optional<Double> measuredAmps,
      double baseAmps,
      double headroomAmps,
      double mostAmps) {

    /** Of the effective limit; negative when the base load alone is too much. */
    double headroomShare() {
      return effectiveLimitAmps > 0 ? headroomAmps / effectiveLimitAmps : 0;
    }
  }

  /** A phase with the circuit it is of. */
  record Conductor(CircuitNow circuit, PhaseNow phase) {}

  SiteLimits {
    ceilings = List.copyOf(ceilings);
    evses = List.copyOf(evses);
    circuits = List.copyOf(circuits);
  }

  /** All conductors, the tightest first. */
  List<Conductor> tightestFirst() {
    List<Conductor> all = new ArrayList<>();
    circuits.forEach(
        circuit -> circuit.phases().forEach(phase -> all.add(new Conductor(circuit, phase))));
    all.sort(Comparator.comparingDouble(one -> one.phase().headroomShare()));
    return all;
  }

  /** The smallest share of headroom on any conductor; 1 without any. */
  double tightness() {
    return tightestFirst().stream().findFirst().map(it -> it.phase().headroomShare()).orElse(1.0);
  }

  /** The same with what a gateway says now. */
  SiteLimits with(EvseReport report) {
    return new SiteLimits(
        site,
        epoch,
        sequence,
        decidedAt,
        ceilings,
        evses.stream()
            .map(one -> one.evse().equals(report.evse()) ? one.with(report) : one)
            .toList(),
        circuits);
  }
}
