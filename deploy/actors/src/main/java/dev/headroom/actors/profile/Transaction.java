package dev.headroom.actors.profile;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * A charging transaction of a connector.
 *
 * @param id what the central system named it; unknown until it answered
 */
public record Transaction(OptionalInt id, Instant startedAt) {}
