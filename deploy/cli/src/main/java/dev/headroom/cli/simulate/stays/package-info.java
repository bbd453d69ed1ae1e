/** Which recorded session stays where at a site, and which can't. */
@NullMarked
package dev.headroom.cli.simulate.stays;

import org.jspecify.annotations.NullMarked;
