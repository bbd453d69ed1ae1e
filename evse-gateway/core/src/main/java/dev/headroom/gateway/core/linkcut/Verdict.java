package dev.headroom.gateway.core.linkcut;

/**
 * What came of a test.
 *
 * @param evidence in words
 */
public record Verdict(Outcome outcome, String evidence) {}
