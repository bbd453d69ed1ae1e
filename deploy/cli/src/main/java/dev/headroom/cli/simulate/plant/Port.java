package dev.headroom.cli.simulate.plant;

import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;

/** An EVSE as a simulation sees it: what a line current in milliamperes delivers there. */
public record Port(Evse evse, Supply supply) {

  /** Power that arrives in the vehicle at this line current, in milliwatts. */
  public long milliwatts(int milliamps) {
    return switch (evse.output()) {
      case Output.Ac _ -> (long) milliamps * volts();
      case Output.Dc dc -> dc.watts(milliamps) * 1000L;
    };
  }

  /** Power this line current takes from the site, in milliwatts, at unity power factor. */
  public long drawnMilliwatts(int milliamps) {
    return (long) milliamps * volts();
  }

  /** The least line current that delivers this power, whatever the EVSE accepts. */
  public int milliampsFor(long milliwatts) {
    return switch (evse.output()) {
      case Output.Ac _ -> (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(milliwatts, volts()));
      case Output.Dc dc -> {
        int watts = (int) Math.min(dc.ratedWatts(), Math.ceilDiv(milliwatts, 1000L));
        yield dc.input().milliamps(watts);
      }
    };
  }

  /** The largest current it accepts; 0 if it is locked off. */
  public int most() {
    return evse.lockedOff() ? 0 : steps().atMost(evse.maximumMilliamps());
  }

  /** The smallest current but none that it accepts. */
  public int least() {
    return steps().atLeast(evse.minimumMilliamps());
  }

  /** What its vehicle asks for that wants this power: a current that it accepts. */
  public int wish(long milliwatts) {
    int needed = Math.min(most(), milliampsFor(milliwatts));
    return Math.min(most(), steps().atLeast(Math.max(least(), needed)));
  }

  public PilotSteps steps() {
    return evse.output().steps();
  }

  private int volts() {
    return evse.wiring().volts(supply);
  }
}
