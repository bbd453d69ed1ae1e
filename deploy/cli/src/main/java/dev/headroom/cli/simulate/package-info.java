/** {@code headroom simulate}: how much energy a site delivers over recorded or planned sessions. */
@NullMarked
package dev.headroom.cli.simulate;

import org.jspecify.annotations.NullMarked;
