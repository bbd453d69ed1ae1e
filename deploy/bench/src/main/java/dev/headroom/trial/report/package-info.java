/** What was measured, as text. */
@NullMarked
package dev.headroom.trial.report;

import org.jspecify.annotations.NullMarked;
