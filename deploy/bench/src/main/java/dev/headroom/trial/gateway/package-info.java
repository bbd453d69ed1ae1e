/** Many chargers on one gateway, beside a bare server of WebSockets. */
@NullMarked
package dev.headroom.trial.gateway;

import org.jspecify.annotations.NullMarked;
