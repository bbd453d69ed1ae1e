package dev.headroom.cli.watch;

import java.time.Duration;

/** How it stands with the stream. */
sealed interface Connection {

  /** Not heard of yet. */
  record Connecting() implements Connection {}

  /** It is open. */
  record Open() implements Connection {}

  /** It broke, or never came about; tried again after this time. */
  record Lost(String why, Duration retryIn) implements Connection {}
}
