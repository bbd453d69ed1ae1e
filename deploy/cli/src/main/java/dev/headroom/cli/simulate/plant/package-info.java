/** A site as a simulation needs it: what flows where, and what each place may carry. */
@NullMarked
package dev.headroom.cli.simulate.plant;

import org.jspecify.annotations.NullMarked;
