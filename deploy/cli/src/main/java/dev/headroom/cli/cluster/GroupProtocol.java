package dev.headroom.cli.cluster;

import java.util.Locale;

/** How allocators share the sites among them; prints as the allocator's configuration wants it. */
public enum GroupProtocol {
  /** The broker's own, from Kafka 4.2 on: a dead allocator is missed within seconds. */
  STREAMS,
  /** What every broker knows. */
  CLASSIC;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
