package dev.headroom.cli.watch;

import java.time.Instant;
import java.util.Optional;

/** Where news go; called on one thread. */
interface Output {

  void connection(Connection connection, Instant now);

  /** An event; {@code before} is what was known of its site until now. */
  void message(SseEvent event, Message message, Optional<SiteLimits> before, Instant now);
}
