package dev.headroom.world.process;

import dev.headroom.core.evse.Revision;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Who really owned when, whatever an allocation bears: for the oracle, and for those who forge. */
public final class Epochs {

  private final Map<Revision, Long> issuers = new HashMap<>();
  private long newest;

  void claimed(long epoch) {
    newest = Math.max(newest, epoch);
  }

  void issued(Revision revision, long epoch) {
    issuers.put(revision, epoch);
  }

  public long newest() {
    return newest;
  }

  /** The epoch of the owner that issued this. */
  public OptionalLong issuerOf(Revision revision) {
    Long epoch = issuers.get(revision);
    return epoch == null ? OptionalLong.empty() : OptionalLong.of(epoch);
  }
}
