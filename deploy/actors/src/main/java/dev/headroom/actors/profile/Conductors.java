package dev.headroom.actors.profile;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;

/**
 * What a connector turns watts into amperes with.
 *
 * @param count loads in parallel: three on a three-phase EVSE, one on any other
 * @param volts across each of them
 */
public record Conductors(int count, int volts) {

  public static Conductors of(Wiring wiring, Supply supply) {
    return switch (wiring) {
      case Wiring.ThreePhase all -> new Conductors(3, supply.lineToNeutralVolts());
      case Wiring.LineToNeutral single -> new Conductors(1, single.volts(supply));
      case Wiring.LineToLine pair -> new Conductors(1, pair.volts(supply));
    };
  }

  /** The line current that a period allows, in milliamperes. */
  int milliamps(SchedulePeriod period, RateUnit unit) {
    long milliamps =
        switch (unit) {
          case A -> period.limitThousandths();
          case W ->
              period.limitThousandths()
                  / ((long) volts * Math.min(count, period.phases().orElse(3)));
        };
    return (int) Math.min(milliamps, Integer.MAX_VALUE);
  }
}
