package dev.headroom.contract.demand;

import dev.headroom.contract.topic.Keys;
import dev.headroom.core.demand.ClosedWindow;

/** A window that is over: a value of {@code headroom.demand}. */
public record DemandRecord(String site, ClosedWindow window) {

  /** The key of the topic. */
  public String key() {
    return Keys.child(site, window.circuit());
  }

  /** What tells this window from every other, such as a/service/2026-03-01T12:00:00Z/PT15M. */
  public String identity() {
    return key() + "/" + window.start() + "/" + window.length();
  }
}
