/** What this machine has to offer: ports and memory. */
@NullMarked
package dev.headroom.cli.machine;

import org.jspecify.annotations.NullMarked;
