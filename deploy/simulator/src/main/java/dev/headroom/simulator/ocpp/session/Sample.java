package dev.headroom.simulator.ocpp.session;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One value that an EVSE's own meter shows; measurands, phases and units as OCPP names them, the
 * same in both versions.
 *
 * @param phase of the charger's own terminals; empty for a value over all
 */
public record Sample(String measurand, Optional<String> phase, BigDecimal value, String unit) {}
