package dev.headroom.actors.profile;

import java.time.Instant;
import java.util.Optional;

/**
 * A charging transaction of a connector.
 *
 * @param id OCPP 1.6: what the central system named it, unknown until it answered; 2.0.1: what the
 *     station named it
 */
public record Transaction(Optional<String> id, Instant startedAt) {}
