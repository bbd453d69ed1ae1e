/** The embedded servers as resources of Quarkus tests. */
@NullMarked
package dev.headroom.embedded.quarkus;

import org.jspecify.annotations.NullMarked;
