package dev.headroom.core.ceiling;

import java.util.List;

/**
 * All a source asks of a site, as one snapshot: what is no longer in it is no longer asked.
 *
 * @param source who asks, such as {@code events}; one slot per source, the tightest of all wins
 * @param mayPause whether the programme may pause EVSEs; otherwise the 6 A floor stands
 */
public record Ceiling(
    String site, String source, boolean mayPause, List<CeilingInterval> intervals) {

  /** The source of ceilings that the site's own operator sets by hand. */
  public static final String OPERATOR = "operator";

  public Ceiling {
    intervals = List.copyOf(intervals);
  }
}
