package dev.headroom.core.turn;

import java.time.Instant;

/**
 * An EVSE whose vehicle could use its minimum now.
 *
 * @param place its place among the site's EVSEs, from 0
 * @param session the vehicle's session
 * @param arrival when that began; breaks ties
 * @param rank by the site's strategy; the lower is let in first
 * @param priority its owner's word; the higher is let in first within a rank
 * @param in whether the last look let it in and its limit stands at its minimum at least
 * @param sample what is known of its draw now
 */
public record Entrant(
    int place,
    String session,
    Instant arrival,
    int rank,
    int priority,
    boolean in,
    Drawing.Sample sample) {}
