package dev.headroom.core.evse;

import java.time.Instant;

/** A charger accepted this limit, issued at this revision; {@code at} is the gateway's clock. */
public record Acknowledgement(int limitMilliamps, Revision revision, Instant at) {}
