package dev.headroom.gateway.core.profile;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/** How a line current is written in a schedule: in the charger's unit, rounded down. */
record Rate(RateUnit unit, Evse evse, Supply supply) {

  /** What an EVSE's own profiles are in: watts for DC, whose amperes are not those of its lines. */
  static Rate of(Evse evse, Supply supply, Capabilities capabilities) {
    return new Rate(unitOf(evse, capabilities), evse, supply);
  }

  static RateUnit unitOf(Evse evse, Capabilities capabilities) {
    return switch (evse.output()) {
      case Output.Ac ac -> capabilities.unit();
      case Output.Dc dc -> RateUnit.WATTS;
    };
  }

  Profile.Period period(int startSeconds, int milliamps) {
    return new Profile.Period(startSeconds, limit(milliamps), phases());
  }

  /** Floored to one decimal, the finest OCPP 1.6 knows: never more than is meant. */
  BigDecimal limit(int milliamps) {
    return switch (unit) {
      case AMPERES -> BigDecimal.valueOf(milliamps / 100, 1);
      case WATTS -> BigDecimal.valueOf(watts(milliamps) * 10, 1);
    };
  }

  /** What a limit is on the lines, rounded up; a DC outlet's amperes are not theirs. */
  OptionalInt milliamps(RateUnit told, BigDecimal limit) {
    BigDecimal thousandths = limit.movePointRight(3);
    return switch (told) {
      case AMPERES ->
          evse.output() instanceof Output.Dc
              ? OptionalInt.empty()
              : OptionalInt.of(ceiling(thousandths));
      case WATTS ->
          OptionalInt.of(
              switch (evse.output()) {
                case Output.Dc dc -> dc.input().milliamps(ceiling(limit));
                case Output.Ac ac ->
                    thousandths
                        .divide(
                            BigDecimal.valueOf(evse.wiring().volts(supply)),
                            0,
                            RoundingMode.CEILING)
                        .intValueExact();
              });
    };
  }

  private static int ceiling(BigDecimal value) {
    return value.setScale(0, RoundingMode.CEILING).intValueExact();
  }

  private long watts(int milliamps) {
    return switch (evse.output()) {
      case Output.Ac ac -> evse.wiring().watts(milliamps, supply);
      case Output.Dc dc -> dc.watts(milliamps);
    };
  }

  /** A load between two lines is one phase to its charger; DC has none. */
  private OptionalInt phases() {
    return switch (evse.output()) {
      case Output.Dc dc -> OptionalInt.empty();
      case Output.Ac ac ->
          OptionalInt.of(
              switch (evse.wiring()) {
                case Wiring.LineToNeutral one -> 1;
                case Wiring.LineToLine two -> 1;
                case Wiring.ThreePhase three -> 3;
              });
    };
  }
}
