/** {@code headroom chaos}: sites under seeded faults, and the verdict on one screen. */
@NullMarked
package dev.headroom.cli.chaos;

import org.jspecify.annotations.NullMarked;
