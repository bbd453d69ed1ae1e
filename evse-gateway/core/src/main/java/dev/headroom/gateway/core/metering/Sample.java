package dev.headroom.gateway.core.metering;

import dev.headroom.core.electrical.PerPhase;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What one meter value says.
 *
 * @param currentMilliamps on the lines of the site that the EVSE's wiring uses; a line the charger
 *     does not report is not there
 * @param offered what the EVSE offers its vehicle, by its own word
 * @param lowestVoltagePermille of its phases the lowest, in thousandths of the site's voltage;
 *     empty if none is told that can be, and of a DC EVSE
 * @param energyWattHours the import register
 * @param rejected how many values were nonsense (S4)
 */
public record Sample(
    Optional<PerPhase> currentMilliamps,
    Optional<Offered> offered,
    OptionalInt lowestVoltagePermille,
    OptionalLong energyWattHours,
    int rejected) {}
