package dev.headroom.gateway.database;

import java.time.Instant;

/** The database does not answer since then, and why the last question failed. */
public record Outage(Instant since, String error) {}
