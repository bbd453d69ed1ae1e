package dev.headroom.gateway.core.ocpp201;

import java.util.OptionalInt;

/** An EVSE of the station, and perhaps one of its connectors. */
public record EVSE(int id, OptionalInt connectorId) {}
