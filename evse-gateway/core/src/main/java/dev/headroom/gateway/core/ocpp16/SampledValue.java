package dev.headroom.gateway.core.ocpp16;

import java.util.Optional;

/**
 * One sampled value; OCPP 1.6 §7.42. Words stay text, so that one a charger made up spoils only its
 * own value and not the message.
 *
 * @param measurand absent means {@code Energy.Active.Import.Register}
 * @param phase absent means the whole connector
 * @param unit absent means the measurand's own: Wh, W, A, V
 */
public record SampledValue(
    String value,
    Optional<String> context,
    Optional<String> format,
    Optional<String> measurand,
    Optional<String> phase,
    Optional<String> location,
    Optional<String> unit) {}
