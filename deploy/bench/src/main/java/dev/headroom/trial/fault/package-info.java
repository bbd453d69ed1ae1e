/** Faults on real processes, repeated. */
@NullMarked
package dev.headroom.trial.fault;

import org.jspecify.annotations.NullMarked;
