package dev.headroom.world.process;

import dev.headroom.core.site.Site;

/** An accepted site at its version. */
public record Definition(long version, Site site) {}
