package dev.headroom.gateway.core.session;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A transaction that has started and not ended.
 *
 * @param id at most 36 characters, unique at its station alone: a number we chose in OCPP 1.6, what
 *     the station chose in 2.0.1
 * @param evseId the EVSE of the station; the connector of OCPP 1.6
 * @param idToken who started it, if anybody did so by a token
 * @param meterStartWattHours the energy register at its start, if the station said it
 * @param timestamp when it started by the charger's clock; with EVSE, token and meter start it
 *     tells a start that is sent again from a new one
 * @param startedAt when it started by the gateway's clock; by the charger's if it was offline then
 */
public record OpenTransaction(
    String id,
    int evseId,
    Optional<String> idToken,
    OptionalLong meterStartWattHours,
    Instant timestamp,
    Instant startedAt) {}
