/** How options are read that several commands have. */
@NullMarked
package dev.headroom.cli.option;

import org.jspecify.annotations.NullMarked;
