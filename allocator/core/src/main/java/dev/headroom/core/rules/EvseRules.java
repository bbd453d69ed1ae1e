package dev.headroom.core.rules;

import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.StationAddress;
import dev.headroom.core.site.Supplies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each EVSE hangs on a circuit that has its lines, has its own address, and fits its breaker. */
final class EvseRules {

  /** NEC 625.41: the overcurrent device is sized at 125 % of the continuous load or more. */
  private static final int BRANCH_FACTOR_PERMILLE = 800;

  private final Site site;
  private final Supplies supplies;
  private final Map<String, Circuit> circuits = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Evse> stations = new HashMap<>();
  private final Map<StationAddress, String> addresses = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private EvseRules(Site site) {
    this.site = site;
    this.supplies = Supplies.of(site);
    site.circuits().forEach(circuit -> circuits.put(circuit.name(), circuit));
  }

  static List<Finding> check(Site site) {
    EvseRules rules = new EvseRules(site);
    for (int i = 0; i < site.evses().size(); i++) {
      Evse evse = site.evses().get(i);
      String path = path(i);
      rules.checkUnique(evse, path);
      rules.checkWiring(evse, path);
      rules.checkCircuit(evse, path);
      rules.checkBranchBreaker(evse, path);
      rules.checkStationSupply(evse, path);
      rules.findings.addAll(PilotRules.check(evse, path));
    }
    return rules.findings;
  }

  static String path(int evse) {
    return "spec.evses[" + evse + "]";
  }

  private void checkUnique(Evse evse, String path) {
    if (names.putIfAbsent(evse.name(), path) != null) {
      error(path + ".name", "two EVSEs are named '" + evse.name() + "'", "rename one");
    }
    String other = addresses.putIfAbsent(evse.address(), evse.name());
    if (other != null) {
      error(
          path + ".station",
          "EVSEs '%s' and '%s' are both number %d of station '%s'"
              .formatted(other, evse.name(), evse.address().evseId(), evse.address().stationId()),
          "give each its own station, or its own evseId there");
    }
  }

  /** A station speaks of one voltage. */
  private void checkStationSupply(Evse evse, String path) {
    String station = evse.address().stationId();
    Evse first = stations.computeIfAbsent(station, _ -> evse);
    Supply its = supplies.of(evse.circuit());
    Supply other = supplies.of(first.circuit());
    if (!its.equals(other)) {
      error(
          path + ".circuit",
          "EVSEs '%s' and '%s' of station '%s' hang on %s and %s"
              .formatted(first.name(), evse.name(), station, other.notation(), its.notation()),
          "a station has one supply: correct the circuit of either");
    }
  }

  private void checkWiring(Evse evse, String path) {
    Supply fed = supplies.of(evse.circuit());
    SupplySystem supply = fed.system();
    switch (evse.wiring()) {
      case Wiring.LineToNeutral(Phase line) -> checkNeutral(evse, line, path);
      case Wiring.LineToLine _ -> {
        if (evse.output() instanceof Output.Ac && !supply.servesAcBetweenLines()) {
          error(
              path + ".wiring",
              "EVSE '%s' would see %d V between two lines"
                  .formatted(evse.name(), fed.lineToLineVolts()),
              "on %s wire it line to neutral or on three lines".formatted(supply.notation()));
        }
      }
      case Wiring.ThreePhase _ -> {}
    }
    for (Phase line : evse.wiring().lines()) {
      if (!fed.phases().contains(line)) {
        error(
            path + ".wiring",
            "EVSE '%s' is wired to %s, which a supply of %s lacks"
                .formatted(evse.name(), line, fed.notation()),
            "it has " + fed.phases());
      }
    }
  }

  private void checkNeutral(Evse evse, Phase line, String path) {
    Supply fed = supplies.of(evse.circuit());
    SupplySystem supply = fed.system();
    Circuit circuit = circuits.get(evse.circuit());
    if (!supply.hasNeutral()) {
      error(
          path + ".wiring",
          "EVSE '%s' is wired to neutral, and a %s V delta has none"
              .formatted(evse.name(), supply.notation()),
          "wire it line to line, such as L1-L2");
    } else if (supply.isHighLeg(line)) {
      error(
          path + ".wiring",
          "EVSE '%s' would see the high leg's %d V between %s and neutral"
              .formatted(evse.name(), fed.volts(line), line),
          "wire it to L1-N or L3-N, or line to line");
    } else if (circuit != null && !circuit.neutral()) {
      error(
          path + ".wiring",
          "EVSE '%s' is wired to neutral, which its circuit '%s' lacks"
              .formatted(evse.name(), circuit.name()),
          "wire it line to line, or set neutral: true there if it has one");
    }
  }

  private void checkCircuit(Evse evse, String path) {
    Circuit circuit = circuits.get(evse.circuit());
    if (circuit == null) {
      error(
          path + ".circuit",
          "EVSE '%s' is fed by '%s', which is not there".formatted(evse.name(), evse.circuit()),
          "circuits are "
              + String.join(", ", site.circuits().stream().map(Circuit::name).toList()));
      return;
    }
    for (Phase line : evse.wiring().lines()) {
      if (supplies.of(circuit.name()).phases().contains(line) && !circuit.phases().contains(line)) {
        error(
            path + ".wiring",
            "EVSE '%s' is wired to %s, which its circuit '%s' lacks"
                .formatted(evse.name(), line, circuit.name()),
            "'%s' has %s".formatted(circuit.name(), TreeRules.sorted(circuit.phases())));
      }
    }
  }

  private void checkBranchBreaker(Evse evse, String path) {
    int permitted = (int) ((long) evse.branchBreakerMilliamps() * BRANCH_FACTOR_PERMILLE / 1000);
    if (evse.maximumMilliamps() <= permitted) {
      return;
    }
    String remedy =
        switch (evse.output()) {
          case Output.Ac _ -> "set maximumAmps to %s or less".formatted(Amperes.number(permitted));
          case Output.Dc(_, _, _, AcInput input) ->
              "set dc.ratedKilowatts to %s or less"
                  .formatted(Amperes.number(input.watts(permitted)));
        };
    error(
        path + (evse.output() instanceof Output.Ac ? ".maximumAmps" : ".dc.ratedKilowatts"),
        "EVSE '%s' may draw %s, above 0.8 × its branch breaker of %s"
            .formatted(
                evse.name(),
                Amperes.of(evse.maximumMilliamps()),
                Amperes.of(evse.branchBreakerMilliamps())),
        remedy);
  }

  private void error(String path, String message, String remedy) {
    findings.add(Finding.error(path, message, remedy));
  }
}
