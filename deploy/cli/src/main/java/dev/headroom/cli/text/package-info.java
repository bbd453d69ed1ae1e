/** The texts of the command line. */
@NullMarked
package dev.headroom.cli.text;

import org.jspecify.annotations.NullMarked;
