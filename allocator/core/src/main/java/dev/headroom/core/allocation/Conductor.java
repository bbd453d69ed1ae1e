package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;

/**
 * One phase of one circuit: what can be overloaded.
 *
 * @param members the EVSEs that load it, as their places in the site's list
 */
record Conductor(Circuit circuit, Phase phase, int[] members) {}
