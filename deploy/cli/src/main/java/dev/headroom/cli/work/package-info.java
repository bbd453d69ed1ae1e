/** Where one {@code up} keeps its files: for its time only, or for the next one too. */
@NullMarked
package dev.headroom.cli.work;

import org.jspecify.annotations.NullMarked;
