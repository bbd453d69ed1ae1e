package dev.headroom.cli.simulate.run;

import dev.headroom.cli.simulate.plant.BaseProfile;
import dev.headroom.cli.simulate.plant.Plant;
import dev.headroom.cli.simulate.plant.Port;
import dev.headroom.cli.simulate.stays.Stay;
import dev.headroom.core.share.WaterFilling;
import dev.headroom.core.site.Sharing;
import dev.headroom.core.strategy.Strategy;
import java.time.Duration;
import java.util.List;

/**
 * Lets vehicles come, charge and go in virtual time. Looks again at each arrival and departure and
 * at every whole step of the clock; while nobody wants current, time leaps to the next arrival.
 *
 * <p>Vehicles draw what they are given, on all lines of their EVSE, until they are full; the base
 * load of a step is known at its beginning, without error.
 *
 * @param stays in the order of their arrival
 * @param assumed the base load that the allocation leaves room for
 * @param real the one that flows
 */
public record Simulation(
    Plant plant, List<Stay> stays, BaseProfile assumed, BaseProfile real, Duration step) {

  public Simulation {
    stays = List.copyOf(stays);
  }

  /** Hears how far a run has come. */
  @FunctionalInterface
  public interface Progress {
    /** One more has arrived. */
    void arrived();
  }

  /** Runs it once. */
  public Books run(Management management, Progress progress) {
    return new Course(deal(management), progress).toTheEnd();
  }

  private Deal deal(Management management) {
    return switch (management) {
      case Management.By(Sharing.Strategy strategy) ->
          new Managed(plant, new WaterFilling(plant.network()), Strategy.of(strategy));
      case Management.Nobody() -> new Unmanaged(plant);
    };
  }

  private final class Course {
    private final Deal deal;
    private final Progress progress;
    private final Bays bays = new Bays(plant.ports().size(), stays);
    private final Ledger ledger = new Ledger(plant, stays.size());
    private final double[] room = new double[plant.limits().length];
    private final double[] base = new double[plant.limits().length];
    private int arrived;

    Course(Deal deal, Progress progress) {
      this.deal = deal;
      this.progress = progress;
    }

    Books toTheEnd() {
      long now = nextArrival();
      while (now != Long.MAX_VALUE) {
        bays.departUntil(now);
        admit(now);
        long next = nextArrival();
        if (bays.anyWants()) {
          next = bays.nextDeparture(Math.min(next, nextStep(now)));
          charge(now, next);
        }
        now = next;
      }
      return ledger.close(stays, bays.delivered());
    }

    private void admit(long now) {
      while (nextArrival() <= now) {
        bays.arrive(arrived++);
        progress.arrived();
      }
    }

    private long nextArrival() {
      return arrived < stays.size() ? stays.get(arrived).arrivalMillis() : Long.MAX_VALUE;
    }

    private long nextStep(long now) {
      return now - Math.floorMod(now, step.toMillis()) + step.toMillis();
    }

    private void charge(long now, long next) {
      assumed.between(now, next, room);
      real.between(now, next, base);
      int[] milliamps = deal.between(now, next, bays, room);
      ledger.note(now, next, bays, milliamps, base);
      for (int port = 0; port < milliamps.length; port++) {
        if (milliamps[port] > 0 && bays.wants(port)) {
          Port at = plant.ports().get(port);
          long given = at.milliwatts(milliamps[port]) * (next - now);
          bays.deliver(port, Math.min(given, bays.left(port)));
        }
      }
    }
  }
}
