/** A real Kafka broker and a real PostgreSQL, for {@code headroom up} and for tests. */
@NullMarked
package dev.headroom.embedded;

import org.jspecify.annotations.NullMarked;
