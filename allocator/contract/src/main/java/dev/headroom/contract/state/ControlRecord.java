package dev.headroom.contract.state;

import dev.headroom.core.memory.ControlState;
import java.time.Instant;

/**
 * A site's control state as an owner last kept it.
 *
 * @param epoch the owner's
 * @param siteVersion the definition that was controlled
 * @param at when it was kept
 */
public record ControlRecord(
    String site, long epoch, long siteVersion, Instant at, ControlState state) {}
