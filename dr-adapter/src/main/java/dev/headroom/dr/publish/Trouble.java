package dev.headroom.dr.publish;

import java.time.Instant;

/** What keeps the topic from being compared with the database, and since when. */
public record Trouble(Instant since, String error) {}
