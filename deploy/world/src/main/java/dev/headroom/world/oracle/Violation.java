package dev.headroom.world.oracle;

import java.time.Instant;

/** A rule that did not hold, and where. */
public record Violation(String rule, Instant at, String what) {}
