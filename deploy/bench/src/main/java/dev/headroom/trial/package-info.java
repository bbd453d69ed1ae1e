/** Faults and load on real processes, measured. */
@NullMarked
package dev.headroom.trial;

import org.jspecify.annotations.NullMarked;
