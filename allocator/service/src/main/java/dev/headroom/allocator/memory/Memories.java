package dev.headroom.allocator.memory;

import dev.headroom.contract.state.ControlRecord;
import java.util.Optional;

/** Where a partition's control states are kept, so that its next owner has them. */
public interface Memories {

  /** What was last kept of a site; empty if nothing, or nothing that can be read. */
  Optional<ControlRecord> recall(String site);

  void keep(ControlRecord record);

  /** The site is no more. */
  void forget(String site);
}
