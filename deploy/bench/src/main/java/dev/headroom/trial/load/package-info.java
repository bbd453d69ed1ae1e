/** Many sites, many readings, many readers. */
@NullMarked
package dev.headroom.trial.load;

import org.jspecify.annotations.NullMarked;
