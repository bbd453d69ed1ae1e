/** {@code headroom check}: what is wrong with site files, and what binds a site. */
@NullMarked
package dev.headroom.cli.check;

import org.jspecify.annotations.NullMarked;
