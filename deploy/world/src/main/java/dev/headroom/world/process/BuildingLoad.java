package dev.headroom.world.process;

import dev.headroom.actors.site.PhysicalSite;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.site.Circuit;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.Faulty;

/** What is switched on and off in the building: as much at once as the site declares. */
public record BuildingLoad(PhysicalSite physical) implements Faulty {

  @Override
  public void begin(Fault fault) {
    step(1);
  }

  @Override
  public void end(Fault fault) {
    step(-1);
  }

  private void step(int sign) {
    Circuit service = physical.serviceEntrance();
    service
        .rises()
        .largestStepMilliamps()
        .ifPresent(
            size -> physical.step(service.name(), PerPhase.same(service.phases(), sign * size)));
  }
}
