/** {@code headroom watch}: limits in the terminal, as they change. */
@NullMarked
package dev.headroom.cli.watch;

import org.jspecify.annotations.NullMarked;
