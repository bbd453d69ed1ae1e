package dev.headroom.contract.codec;

import java.util.OptionalLong;

/**
 * The choice between a record that opens an epoch, its own offset being that epoch, and one that
 * follows in it.
 */
final class Opening {

  private Opening() {}

  /** The record opens; it must say so with true. */
  static OptionalLong declared(boolean opens, String what) {
    if (!opens) {
      throw new IllegalArgumentException(what + " is neither opened nor in an epoch");
    }
    return OptionalLong.empty();
  }

  /** The record follows in an epoch that is open. */
  static OptionalLong epoch(long epoch, String what) {
    if (epoch < 0) {
      throw new IllegalArgumentException(what + " epoch is no offset: " + epoch);
    }
    return OptionalLong.of(epoch);
  }
}
