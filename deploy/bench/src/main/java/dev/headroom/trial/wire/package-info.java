/** The other services' side of the broker. */
@NullMarked
package dev.headroom.trial.wire;

import org.jspecify.annotations.NullMarked;
