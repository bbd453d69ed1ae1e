package dev.headroom.core.strategy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Who is served before whom, for all ports of a site; the ranks and the order of {@code Claims}.
 * Immutable but for its arrays, which the reader must leave alone. It is passed on from look to
 * look, since a strategy may hold to what it found.
 *
 * @param rank by port: those of one rank share, a higher one gets what lower ones leave; from 0
 *     without gaps, and 0 for a port that wants nothing
 * @param order every port once, in which they are let in at their minimums: by rank, then the
 *     higher priority, then who charges already, then who came first, then by place. Ports that
 *     want nothing are at the end
 * @param urgencies by port, of those that want current
 */
public record Precedence(int[] rank, int[] order, Map<Integer, Urgency> urgencies) {

  /** Before the first look. */
  public static final Precedence NONE = new Precedence(new int[0], new int[0], Map.of());

  public Precedence {
    urgencies = Map.copyOf(urgencies);
  }

  /**
   * What follows at this time.
   *
   * @param ports how many the site has
   * @param claimants those that want current, in any order
   * @throws IllegalArgumentException if two have one place, or one lies outside the site
   */
  public Precedence next(Strategy strategy, int ports, List<Claimant> claimants, Instant now) {
    Map<Integer, Urgency> found = new HashMap<>();
    for (Claimant claimant : claimants) {
      int place = claimant.place();
      Optional<Urgency> before = Optional.ofNullable(urgencies.get(place));
      if (place >= ports || found.put(place, strategy.urgency(claimant, now, before)) != null) {
        throw new IllegalArgumentException(
            "place " + place + " is taken twice or outside of " + ports);
      }
    }
    int[] ranks = ranks(ports, found);
    return new Precedence(ranks, order(ranks, claimants, found), found);
  }

  private static int[] ranks(int ports, Map<Integer, Urgency> urgencies) {
    List<Urgency> ascending = new ArrayList<>(new TreeSet<>(urgencies.values()));
    int[] ranks = new int[ports];
    urgencies.forEach(
        (place, urgency) -> ranks[place] = Collections.binarySearch(ascending, urgency));
    return ranks;
  }

  private static int[] order(
      int[] ranks, List<Claimant> claimants, Map<Integer, Urgency> urgencies) {
    Comparator<Claimant> letInFirst =
        Comparator.<Claimant>comparingInt(claimant -> ranks[claimant.place()])
            .thenComparing(Comparator.comparingInt(Claimant::priority).reversed())
            .thenComparing(claimant -> !claimant.charges())
            .thenComparing(Claimant::arrival)
            .thenComparing(Claimant::place);
    List<Claimant> wanting = new ArrayList<>(claimants);
    wanting.sort(letInFirst);
    int[] order = new int[ranks.length];
    int next = 0;
    for (Claimant claimant : wanting) {
      order[next++] = claimant.place();
    }
    for (int port = 0; port < order.length; port++) {
      if (!urgencies.containsKey(port)) {
        order[next++] = port;
      }
    }
    return order;
  }
}
