/** The parts of a cluster on one machine. */
@NullMarked
package dev.headroom.cli.cluster;

import org.jspecify.annotations.NullMarked;
