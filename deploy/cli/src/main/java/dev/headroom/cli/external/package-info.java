/** A broker and a database that are somebody's own, looked at before anything relies on them. */
@NullMarked
package dev.headroom.cli.external;

import org.jspecify.annotations.NullMarked;
