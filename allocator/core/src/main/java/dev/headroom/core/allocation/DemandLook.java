package dev.headroom.core.allocation;

import dev.headroom.core.demand.Demand;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.DemandCap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A site's power as its demand cap sees it. */
record DemandLook(Grid grid, List<BaseLoad> bases, Flows most) {

  /** So that a bound that moves all the time does not make limits move all the time. */
  private static final int STEPS_OF_CAP = 50;

  /** With the power now. */
  Demand next(Demand before, Instant now) {
    return cap().isEmpty() ? Demand.NONE : before.next(cap(), measuredWatts(), worstWatts(), now);
  }

  /** What the site may take, base load included; empty without a cap. */
  OptionalLong allowedWatts(Demand demand) {
    if (cap().isEmpty()) {
      return OptionalLong.empty();
    }
    long base = baseWatts();
    OptionalLong beside = demand.watts(cap(), base);
    return beside.isPresent()
        ? OptionalLong.of(inSteps(beside.getAsLong() + base))
        : OptionalLong.empty();
  }

  private long inSteps(long watts) {
    long cap = cap().map(DemandCap::watts).orElse(1);
    long step = Math.max(1, cap / STEPS_OF_CAP);
    return watts == cap ? watts : Math.floorDiv(watts, step) * step;
  }

  private Optional<DemandCap> cap() {
    return grid.control().demandCap();
  }

  /** ΣP ≤ Σ volts × amperes of the service entrance; empty unless its meter speaks. */
  private OptionalLong measuredWatts() {
    Circuit service = grid.tree().root();
    Supply supply = grid.tree().supplyOf(service);
    long milliwatts = 0;
    for (Conductor conductor : grid.conductors()) {
      if (conductor.circuit().name().equals(service.name())) {
        var measured = bases.get(conductor.place()).measured();
        if (measured.isEmpty()) {
          return OptionalLong.empty();
        }
        milliwatts += (long) supply.volts(conductor.phase()) * measured.getAsInt();
      }
    }
    return OptionalLong.of(milliwatts / 1000);
  }

  /** Whatever may flow beside all that EVSEs may draw. */
  private long worstWatts() {
    double evses = grid.carrier(grid.power()).most(most);
    return (long) Math.ceil((bases.get(grid.power()).sure().beyond() + evses) / 1000);
  }

  private long baseWatts() {
    return (long) Math.ceil(bases.get(grid.power()).likely() / 1000);
  }
}
