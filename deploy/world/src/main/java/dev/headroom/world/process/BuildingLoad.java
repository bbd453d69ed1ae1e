package dev.headroom.world.process;

import dev.headroom.actors.site.PhysicalSite;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.Faulty;
import java.util.EnumMap;
import java.util.Map;

/** What is switched on and off in the building, all of it at once, at the service entrance. */
public record BuildingLoad(PhysicalSite physical, PerPhase milliamps) implements Faulty {

  @Override
  public void begin(Fault fault) {
    step(1);
  }

  @Override
  public void end(Fault fault) {
    step(-1);
  }

  private void step(int sign) {
    Map<Phase, Integer> signed = new EnumMap<>(Phase.class);
    milliamps.values().forEach((line, size) -> signed.put(line, sign * size));
    physical.step(physical.serviceEntrance().name(), new PerPhase(signed));
  }
}
