/** Child processes that never outlive their parent. */
@NullMarked
package dev.headroom.cli.process;

import org.jspecify.annotations.NullMarked;
