package dev.headroom.allocator.ownership;

import java.util.concurrent.CompletableFuture;

/** How a partition is taken (design §4). */
public interface Ownership {

  /**
   * Says in the log that the partition is ours and reads what was issued before. Completes once the
   * log is acknowledged and read up to there; fails if it could not be written. Nothing may be
   * issued before.
   */
  CompletableFuture<Claim> claim(int partition);
}
