package dev.headroom.actors.profile;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;

/**
 * What a connector turns watts into line amperes with, and back.
 *
 * @param count loads in parallel: three on a three-phase EVSE, one on any other
 * @param volts all of them together: watts for each ampere in the lines, at unity power factor
 * @param outputPermille what of that comes out: efficiency × power factor of a DC EVSE's rectifier;
 *     1000 on AC
 * @param rectifier whether the vehicle gets direct current
 */
public record Conductors(int count, int volts, int outputPermille, boolean rectifier) {

  /** Of an EVSE as it is fed, at the voltage that is really there. */
  public static Conductors of(Evse evse, Supply supply) {
    int volts = evse.wiring().volts(supply);
    int count = evse.wiring().lines().size() == 3 ? 3 : 1;
    return switch (evse.output()) {
      case Output.Ac ac -> new Conductors(count, volts, 1000, false);
      case Output.Dc dc ->
          new Conductors(
              count,
              volts,
              dc.input().efficiencyPermille() * dc.input().powerFactorPermille() / 1000,
              true);
    };
  }

  /** The line current that a period allows, in milliamperes, rounded down. */
  int milliamps(SchedulePeriod period, RateUnit unit) {
    long milliamps =
        switch (unit) {
          case A -> period.limitThousandths();
          case W -> milliamps(period.limitThousandths(), phases(period));
        };
    return (int) Math.min(milliamps, Integer.MAX_VALUE);
  }

  private int phases(SchedulePeriod period) {
    return rectifier ? count : Math.min(count, period.phases().orElse(3));
  }

  private long milliamps(long milliwatts, int conductors) {
    return Math.multiplyExact(milliwatts, 1000L * count)
        / ((long) volts * conductors * outputPermille);
  }

  /** The line current of these watts on all conductors, in milliamperes, rounded down. */
  public int milliamps(int watts) {
    return (int) milliamps(watts * 1000L, count);
  }

  /** What comes out of this line current on so many conductors, in watts. */
  public long watts(int milliamps, int conductors) {
    return (long) milliamps * volts * conductors * outputPermille / (1_000_000L * count);
  }
}
