package dev.headroom.gateway.core.session;

import java.time.Instant;

/** How far a connection has come. */
sealed interface Phase {

  /** Not opened yet. */
  record Unopened() implements Phase {}

  /** Open, and nothing heard: we say nothing before the charger's boot, until then at most. */
  record Silent(Instant until) implements Phase {}

  /** The charger has booted or made clear that it will not: we may call it. */
  record Talking() implements Phase {}

  /** Closed for good. */
  record Closed() implements Phase {}
}
