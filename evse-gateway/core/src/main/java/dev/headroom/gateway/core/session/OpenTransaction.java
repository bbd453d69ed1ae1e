package dev.headroom.gateway.core.session;

import java.time.Instant;

/**
 * A transaction that has started and not ended.
 *
 * @param id as told to the charger
 * @param timestamp when it started by the charger's clock; with connector, tag and meter start it
 *     tells a start that is sent again from a new one
 * @param startedAt when it started by the gateway's clock
 */
public record OpenTransaction(
    int id,
    int connectorId,
    String idTag,
    int meterStartWattHours,
    Instant timestamp,
    Instant startedAt) {}
