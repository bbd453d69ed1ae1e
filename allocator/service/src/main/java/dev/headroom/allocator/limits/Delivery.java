package dev.headroom.allocator.limits;

import java.util.Optional;

/**
 * An event for one reader.
 *
 * @param id what to come back with to miss nothing: with this event, all until there is told; empty
 *     where some of it still waits
 */
public record Delivery(FeedEvent event, Optional<String> id) {}
