package dev.headroom.world.oracle;

import java.time.Instant;

/** A rule that was broken, when, and in which words. */
public record Violation(Rule rule, Instant at, String what) {}
