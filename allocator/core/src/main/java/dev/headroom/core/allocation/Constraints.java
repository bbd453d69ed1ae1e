package dev.headroom.core.allocation;

import dev.headroom.core.ceiling.CeilingValue.Amperes;
import dev.headroom.core.ceiling.CeilingValue.Watts;
import dev.headroom.core.ceiling.Ceilings.InForce;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.SiteTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every bound on a site's EVSEs now: one for each conductor, the ceilings in force, and the demand
 * cap. What is reserved (a base load, EVSEs that are not allotted) is taken off the capacities.
 */
final class Constraints {

  private final SiteTree tree;
  private final List<Conductor> conductors;
  private final Map<Conductor, BaseLoad> base;
  private final List<InForce> ceilings;

  Constraints(
      SiteTree tree,
      List<Conductor> conductors,
      Map<Conductor, BaseLoad> base,
      List<InForce> ceilings) {
    this.tree = tree;
    this.conductors = conductors;
    this.base = base;
    this.ceilings = ceilings;
  }

  /**
   * The bounds with this estimate of the base load.
   *
   * @param reserved milliamperes of each EVSE that are not to be allotted
   */
  List<Constraint> with(ToIntFunction<BaseLoad> estimate, int[] reserved) {
    List<Constraint> constraints = new ArrayList<>();
    for (Conductor conductor : conductors) {
      int rating = conductor.circuit().continuousMilliamps();
      constraints.add(onConductor(conductor, rating, estimate, reserved));
    }
    for (InForce ceiling : ceilings) {
      switch (ceiling.value()) {
        case Amperes(int milliamps) ->
            rootConductors()
                .map(root -> onConductor(root, milliamps, estimate, reserved))
                .map(bound -> asCeiling(bound, ceiling.mayPause()))
                .forEach(constraints::add);
        case Watts(int watts) -> {
          Reason cause = Reason.of(Reason.Kind.CEILING);
          constraints.add(onPower(cause, watts, ceiling.mayPause(), estimate, reserved));
        }
      }
    }
    Reason demand = Reason.of(Reason.Kind.DEMAND_CAP);
    tree.site()
        .control()
        .demandCap()
        .map(cap -> onPower(demand, cap.watts(), true, estimate, reserved))
        .ifPresent(constraints::add);
    return constraints;
  }

  private Stream<Conductor> rootConductors() {
    return conductors.stream().filter(conductor -> conductor.circuit().equals(tree.root()));
  }

  private Constraint onConductor(
      Conductor conductor, int limit, ToIntFunction<BaseLoad> estimate, int[] reserved) {
    BaseLoad load = load(conductor);
    long capacity = (long) limit - estimate.applyAsInt(load);
    for (int member : conductor.members()) {
      capacity -= reserved[member];
    }
    Reason.Kind kind = load.worstCase() ? Reason.Kind.METER_MISSING : Reason.Kind.FAIR_SHARE;
    Reason cause = Reason.at(kind, conductor.circuit().name(), conductor.phase());
    int[] ones = new int[conductor.members().length];
    Arrays.fill(ones, 1);
    return new Constraint(cause, conductor.members(), ones, capacity, true);
  }

  private static Constraint asCeiling(Constraint bound, boolean mayPause) {
    Reason cause = new Reason(Reason.Kind.CEILING, bound.cause().circuit(), bound.cause().phase());
    return new Constraint(cause, bound.members(), bound.coefficients(), bound.capacity(), mayPause);
  }

  /** ΣP ≤ W, with every phase's power bounded by its volts times its amperes. */
  private Constraint onPower(
      Reason cause, int watts, boolean mayPause, ToIntFunction<BaseLoad> estimate, int[] reserved) {
    Supply supply = tree.site().supply();
    List<Evse> evses = tree.site().evses();
    int[] members = IntStream.range(0, evses.size()).toArray();
    int[] coefficients =
        evses.stream()
            .mapToInt(evse -> evse.wiring().lines().stream().mapToInt(supply::volts).sum())
            .toArray();
    long capacity = watts * 1000L;
    for (Conductor root : rootConductors().toList()) {
      capacity -= (long) supply.volts(root.phase()) * estimate.applyAsInt(load(root));
    }
    for (int member : members) {
      capacity -= (long) coefficients[member] * reserved[member];
    }
    return new Constraint(cause, members, coefficients, capacity, mayPause);
  }

  private BaseLoad load(Conductor conductor) {
    return base.getOrDefault(conductor, BaseLoad.none());
  }
}
