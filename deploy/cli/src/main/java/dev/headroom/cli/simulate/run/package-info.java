/** Sessions at a site in virtual time, on the real allocation. */
@NullMarked
package dev.headroom.cli.simulate.run;

import org.jspecify.annotations.NullMarked;
