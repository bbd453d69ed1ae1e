package dev.headroom.allocator.limits;

import java.util.Optional;

/** A site's limits changed; empty when they were removed with the site. */
public record LimitsChange(String site, Optional<Issued> issued) {}
