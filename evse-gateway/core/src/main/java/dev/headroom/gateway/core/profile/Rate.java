package dev.headroom.gateway.core.profile;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.gateway.core.metering.LearnedVoltage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/**
 * How a line current is written in a schedule: in the charger's unit, rounded down.
 *
 * @param voltagePermille what an AC EVSE's watts are reckoned with, in thousandths of its supply's
 *     voltage: the same watts are more current where it is lower
 */
record Rate(RateUnit unit, Evse evse, Supply supply, int voltagePermille) {

  /**
   * What an EVSE's own profiles are in: watts for DC, whose amperes are not those of its lines.
   * Where they are amperes, what it tells in watts is reckoned with the supply's own voltage.
   */
  static Rate of(Evse evse, Supply supply, Capabilities capabilities, int voltagePermille) {
    RateUnit unit = unitOf(evse, capabilities);
    return new Rate(
        unit,
        evse,
        supply,
        unit == RateUnit.WATTS ? voltagePermille : LearnedVoltage.NOMINAL_PERMILLE);
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
                        .multiply(BigDecimal.valueOf(LearnedVoltage.NOMINAL_PERMILLE))
                        .divide(
                            BigDecimal.valueOf(
                                (long) evse.wiring().volts(supply) * voltagePermille),
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
      case Output.Ac ac ->
          (long) milliamps * evse.wiring().volts(supply) * voltagePermille / 1_000_000;
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
