package dev.headroom.allocator.demand;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What earlier owners have told. */
public interface Told {

  /** The identities of all windows that were told on a partition since then. */
  CompletableFuture<Set<String>> on(int partition, Instant since);
}
