package dev.headroom.gateway.core.dialect;

import dev.headroom.gateway.core.metering.ReadValue;
import dev.headroom.gateway.core.metering.Reading;
import dev.headroom.gateway.core.ocpp201.MeterValue;
import dev.headroom.gateway.core.ocpp201.SampledValue;
import dev.headroom.gateway.core.ocpp201.UnitOfMeasure;
import java.util.Optional;

/** Meter values of OCPP 2.0.1, their multiplier worked in. */
final class Ocpp201Readings {

  /** Beyond it no unit makes sense of a number. */
  private static final int LARGEST_MULTIPLIER = 30;

  private Ocpp201Readings() {}

  static Reading of(MeterValue value) {
    return new Reading(
        value.timestamp(), value.sampledValue().stream().map(Ocpp201Readings::of).toList());
  }

  private static ReadValue of(SampledValue value) {
    return new ReadValue(
        number(value),
        value.context(),
        Optional.empty(),
        value.measurand(),
        value.phase(),
        value.location(),
        value.unitOfMeasure().flatMap(UnitOfMeasure::unit));
  }

  /** What is absurd is left to be rejected as no number. */
  private static String number(SampledValue value) {
    int multiplier = value.unitOfMeasure().map(unit -> unit.multiplier().orElse(0)).orElse(0);
    if (Math.abs((long) multiplier) > LARGEST_MULTIPLIER) {
      return value.value() + " × 10^" + multiplier;
    }
    return value.value().scaleByPowerOfTen(multiplier).toString();
  }
}
