/** What a simulation came to, in figures. */
@NullMarked
package dev.headroom.cli.simulate.outcome;

import org.jspecify.annotations.NullMarked;
