package dev.headroom.core.share;

import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import java.util.List;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Max-min fairness by successive linear programs: the highest level that all can have; whoever
 * can't have more than that, whatever the others would give up above it, keeps it; again for the
 * rest.
 */
final class LinearFilling {

  /** In milliamperes, what the solver may miss of a level that was found. */
  private static final double SLACK = 0.01;

  /** More than what the others' slack adds up to for one of them. */
  private static final double LITTLE = 0.5;

  /** Levels that differ by less are the same: of a weight of 1000 it is a thousandth of 1 mA. */
  private static final double NEAR = 1e-6;

  private final Situation situation;
  private final Start start;
  private final Subsets subsets;
  private final boolean[] free;
  private final double[] currents;

  LinearFilling(Situation situation) {
    this.situation = situation;
    start = Start.of(situation);
    subsets = new Subsets(situation);
    currents = start.milliamps().clone();
    free = start.in().clone();
    situation.ports().forEach(p -> free[p] &= !isOverFullFrom(p));
  }

  private boolean isOverFullFrom(int port) {
    double[] room = situation.room().filling();
    return !subsets.keeps(p -> p == port, room, currents, 0);
  }

  double[] filled() {
    while (situation.ports().anyMatch(p -> free[p])) {
      double level = highestLevel();
      boolean[] stay = free.clone();
      situation
          .ports()
          .filter(p -> free[p])
          .forEach(p -> stay[p] = mostOf(p, level) <= at(p, level) + LITTLE);
      if (situation.ports().noneMatch(p -> stay[p])) {
        throw new IllegalStateException("everybody could have more than the highest level");
      }
      situation.ports().filter(p -> stay[p]).forEach(p -> keep(p, at(p, level)));
    }
    return currents;
  }

  private void keep(int port, double milliamps) {
    currents[port] = milliamps;
    free[port] = false;
  }

  /** What it has at a level, if no bound stops it. */
  private double at(int port, double level) {
    double share = level * situation.claims().weight()[port];
    return Math.clamp(share, start.milliamps()[port], situation.claims().most()[port]);
  }

  /** The highest level at which everybody who is free can have its share, up to its most. */
  private double highestLevel() {
    double low = 0;
    // Who has its most at a level no longer asks for more: one program for each such level.
    for (double most : mostLevels()) {
      double level = highestLevelUpTo(most, low);
      if (level < most - NEAR) {
        return level;
      }
      low = most;
    }
    return low;
  }

  private double[] mostLevels() {
    return situation
        .ports()
        .filter(p -> free[p])
        .mapToDouble(p -> (double) situation.claims().most()[p] / situation.claims().weight()[p])
        .sorted()
        .distinct()
        .toArray();
  }

  private double highestLevelUpTo(double top, double reached) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Variable> ports = variables(model);
    Variable level = model.newVariable("level").lower(0).upper(top).weight(1);
    for (int p : situation.ports().filter(p -> free[p]).toArray()) {
      int weight = situation.claims().weight()[p];
      if ((double) situation.claims().most()[p] / weight > reached) {
        model.newExpression("share" + p).set(ports.get(p), 1).set(level, -weight).lower(0);
      } else {
        ports.get(p).lower(situation.claims().most()[p] - SLACK);
      }
    }
    return maximum(model);
  }

  private double mostOf(int port, double level) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Variable> ports = variables(model);
    situation.ports().filter(p -> free[p]).forEach(p -> ports.get(p).lower(at(p, level) - SLACK));
    ports.get(port).weight(1);
    return maximum(model);
  }

  /** One for each port: fixed, or from its start to its most; and all rooms kept. */
  private List<Variable> variables(ExpressionsBasedModel model) {
    List<Variable> ports =
        situation
            .ports()
            .mapToObj(
                p ->
                    free[p]
                        ? model
                            .newVariable("port" + p)
                            .lower(currents[p])
                            .upper(situation.claims().most()[p])
                        : model.newVariable("port" + p).level(currents[p]))
            .toList();
    subsets.places().filter(this::binds).forEach(b -> bind(model, ports, b));
    return ports;
  }

  private boolean binds(int place) {
    return situation.room().filling()[place] < Double.MAX_VALUE
        && IntStream.range(0, free.length).anyMatch(p -> free[p] && subsets.loads(p, place));
  }

  private void bind(ExpressionsBasedModel model, List<Variable> ports, int place) {
    Bound bound = situation.network().bounds().get(place);
    double taken = situation.room().taken()[place][0];
    Expression sum =
        model.newExpression("bound" + place).upper(situation.room().filling()[place] + taken);
    for (Load load : bound.loads()) {
      if ((situation.claims().sources()[load.port()] >> load.source() & 1) != 0) {
        sum.add(ports.get(load.port()), load.factor());
      }
    }
  }

  private static double maximum(ExpressionsBasedModel model) {
    Optimisation.Result result = model.maximise();
    if (!result.getState().isOptimal()) {
      throw new IllegalStateException(result + " of " + model);
    }
    return result.getValue();
  }
}
