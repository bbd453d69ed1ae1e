package dev.headroom.cli.simulate.run;

import dev.headroom.cli.simulate.plant.Plant;

/** Nobody manages anything: whoever wants current draws the most its EVSE gives. */
final class Unmanaged implements Deal {

  private final Plant plant;
  private final int[] milliamps;

  Unmanaged(Plant plant) {
    this.plant = plant;
    this.milliamps = new int[plant.ports().size()];
  }

  @Override
  public int[] between(long nowMillis, long untilMillis, Bays bays, double[] base) {
    for (int port = 0; port < milliamps.length; port++) {
      milliamps[port] = bays.wants(port) ? plant.ports().get(port).most() : 0;
    }
    return milliamps;
  }
}
