package dev.headroom.gateway.core.ocpp201;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One sampled value. Words stay text, so that one a station made up spoils only its own value.
 *
 * @param measurand absent means {@code Energy.Active.Import.Register}
 * @param phase absent means the whole EVSE
 */
public record SampledValue(
    BigDecimal value,
    Optional<String> context,
    Optional<String> measurand,
    Optional<String> phase,
    Optional<String> location,
    Optional<SignedMeterValue> signedMeterValue,
    Optional<UnitOfMeasure> unitOfMeasure) {}
