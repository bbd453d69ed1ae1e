package dev.headroom.gateway.core.ocpp201;

import java.util.OptionalInt;

/**
 * What a vehicle needs of DC: energy and its battery's capacity in Wh, power in W, states of charge
 * in percent.
 */
public record DCChargingParameters(
    int evMaxCurrent,
    int evMaxVoltage,
    OptionalInt energyAmount,
    OptionalInt evMaxPower,
    OptionalInt stateOfCharge,
    OptionalInt evEnergyCapacity,
    OptionalInt fullSoC,
    OptionalInt bulkSoC) {}
