/** Processes that can be killed, frozen and restarted. */
@NullMarked
package dev.headroom.trial.process;

import org.jspecify.annotations.NullMarked;
