package dev.headroom.cli.simulate;

import dev.headroom.actors.load.LoadTrace;
import dev.headroom.cli.simulate.outcome.Outcome;
import dev.headroom.cli.simulate.plant.BaseProfile;
import dev.headroom.cli.simulate.plant.Plant;
import dev.headroom.cli.simulate.run.Simulation;
import dev.headroom.cli.simulate.stays.Demand;
import dev.headroom.cli.simulate.stays.Seated;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Site;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that a simulation is about.
 *
 * @param first day of the first arrival, in the recording's own time
 * @param last day of the last arrival
 * @param midnight when the first day began there; a recorded base load begins then too
 * @param baseLoad a recorded one; without it the worst case that the site declares counts
 */
record Study(
    Site site,
    Seated seated,
    LocalDate first,
    LocalDate last,
    Instant midnight,
    Demand demand,
    Optional<LoadTrace> baseLoad,
    Duration step) {

  /** Runs them all, side by side as far as the machine allows; rows in the given order. */
  List<Scenario.Row> run(List<Scenario> scenarios, PrintWriter err) {
    Progress progress = new Progress(err, (long) scenarios.size() * seated.stays().size());
    return scenarios.parallelStream()
        .map(scenario -> new Scenario.Row(scenario, run(scenario, progress)))
        .toList();
  }

  private Outcome run(Scenario scenario, Progress progress) {
    Plant plant = Plant.of(scenario.capWatts().map(cap -> CappedSite.of(site, cap)).orElse(site));
    BaseProfile worst = plant.worstBase();
    BaseProfile real = baseLoad.map(trace -> plant.tracedBase(trace, midnight)).orElse(worst);
    BaseProfile assumed = site.control().mode() == Control.Mode.STATIC ? worst : real;
    Simulation simulation = new Simulation(plant, seated.stays(), assumed, real, step);
    return Outcome.of(plant, simulation.run(scenario.management(), progress::arrived));
  }
}
