package dev.headroom.world.setting;

import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.Sharing;
import dev.headroom.core.site.Site;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Another definition of the same wires, never more permissive than they are: judges reckon with
 * what is really there.
 */
final class OtherSite {

  private static final int LOWER_PERMILLE = 900;
  private static final int MUCH_LOWER_PERMILLE = 700;

  private OtherSite() {}

  /** One that is sound and another; other weights always are. */
  static Site of(Site site, SplittableRandom random) {
    Site other =
        switch (random.nextInt(5)) {
          case 0 -> circuits(site, OtherSite::lowerFactor);
          case 1 -> circuits(site, OtherSite::lowerRating);
          case 2 -> lowerMaximum(site, random.nextInt(site.evses().size()));
          case 3 -> pausing(site);
          default -> otherWeights(site);
        };
    return Fit.isSound(other) && !other.equals(site) ? other : otherWeights(site);
  }

  private static Site circuits(Site site, UnaryOperator<Circuit> change) {
    return new Site(
        site.name(),
        site.supply(),
        site.control(),
        site.circuits().stream().map(change).toList(),
        site.evses());
  }

  private static Circuit lowerFactor(Circuit circuit) {
    return circuit(
        circuit,
        circuit.breakerMilliamps(),
        circuit.continuousFactorPermille() * LOWER_PERMILLE / 1000);
  }

  private static Circuit lowerRating(Circuit circuit) {
    int breaker = (int) ((long) circuit.breakerMilliamps() * LOWER_PERMILLE / 1000);
    return circuit.parent().isEmpty()
        ? circuit(circuit, breaker, circuit.continuousFactorPermille())
        : circuit;
  }

  private static Circuit circuit(Circuit it, int breaker, int factor) {
    return new Circuit(
        it.name(),
        it.parent(),
        breaker,
        factor,
        it.phases(),
        it.meter(),
        it.worstCaseBaseMilliamps(),
        it.neutral(),
        it.neutralMilliamps(),
        it.rises(),
        it.transformer());
  }

  private static Site evses(Site site, UnaryOperator<Evse> change) {
    return new Site(
        site.name(),
        site.supply(),
        site.control(),
        site.circuits(),
        site.evses().stream().map(change).toList());
  }

  private static Site lowerMaximum(Site site, int which) {
    Evse chosen = site.evses().get(which);
    return evses(
        site, evse -> evse == chosen ? evse(evse, lower(evse.output()), evse.weight()) : evse);
  }

  private static Output lower(Output output) {
    return switch (output) {
      case Output.Ac ac ->
          new Output.Ac(
              Math.max(
                  ac.minimumMilliamps(),
                  ac.maximumMilliamps() / 1000 * MUCH_LOWER_PERMILLE / 1000 * 1000),
              ac.minimumMilliamps(),
              ac.fallbackMilliamps(),
              ac.steps());
      case Output.Dc dc ->
          new Output.Dc(
              Math.max(dc.minimumWatts(), dc.ratedWatts() / 1000 * MUCH_LOWER_PERMILLE),
              dc.minimumWatts(),
              dc.fallbackWatts(),
              dc.input());
    };
  }

  private static Site pausing(Site site) {
    Site paused =
        evses(
            site,
            evse ->
                evse(
                    evse,
                    switch (evse.output()) {
                      case Output.Ac(var maximum, var minimum, _, var steps) ->
                          new Output.Ac(maximum, minimum, 0, steps);
                      case Output.Dc(var rated, var minimum, _, var input) ->
                          new Output.Dc(rated, minimum, 0, input);
                    },
                    evse.weight()));
    return Controls.with(paused, Controls.pausing(site.control()));
  }

  private static Site otherWeights(Site site) {
    List<Evse> evses = site.evses();
    Sharing sharing = site.control().sharing();
    Sharing.Strategy strategy =
        sharing.strategy() == Sharing.Strategy.FAIR_SHARE
            ? Sharing.Strategy.PRIORITY_TIERS
            : Sharing.Strategy.FAIR_SHARE;
    Site weighed =
        evses(site, evse -> evse(evse, evse.output(), 1 + 2 * ((evses.indexOf(evse) + 1) % 3)));
    return Controls.with(
        weighed,
        Controls.sharing(
            site.control(), new Sharing(strategy, sharing.tenantWeights(), sharing.sums())));
  }

  private static Evse evse(Evse it, Output output, int weight) {
    return new Evse(
        it.name(),
        it.circuit(),
        it.branchBreakerMilliamps(),
        it.address(),
        it.wiring(),
        output,
        it.pausable(),
        it.priority(),
        weight,
        Optional.empty(),
        it.lockedOff());
  }
}
