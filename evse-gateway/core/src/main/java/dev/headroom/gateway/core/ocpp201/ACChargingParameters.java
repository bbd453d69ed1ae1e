package dev.headroom.gateway.core.ocpp201;

/** What a vehicle needs of AC: energy in Wh until it leaves, amperes and volts it can take. */
public record ACChargingParameters(
    int energyAmount, int evMinCurrent, int evMaxCurrent, int evMaxVoltage) {}
