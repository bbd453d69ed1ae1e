package dev.headroom.core.allocation;

/**
 * How much a bound may carry, base load included: milliamperes, milliwatts for power.
 *
 * @param mayPause whether it may take EVSEs below their minimum
 * @param cause what an EVSE held by it is told
 */
record Cap(double most, boolean mayPause, Reason cause) {}
