/** The command {@code headroom up}: its options, what it starts and when that is ready. */
@NullMarked
package dev.headroom.cli.up;

import org.jspecify.annotations.NullMarked;
