package dev.headroom.gateway.core.control;

import dev.headroom.core.evse.Revision;

/**
 * A live profile that should be written.
 *
 * @param revision of the allocation it stems from
 */
public record Write(Kind kind, String transactionId, int limitMilliamps, Revision revision) {

  /** What it does to what is in force; the order is the order of sending. */
  public enum Kind {
    CUT,
    RAISE,
    REFRESH
  }
}
