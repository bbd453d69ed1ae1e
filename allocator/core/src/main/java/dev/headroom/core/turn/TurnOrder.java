package dev.headroom.core.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who is let in first where not all minimums fit.
 *
 * <ol>
 *   <li>Who has a turn that has not lasted for a dwell. Only who waits with a higher priority and
 *       in no later rank goes before it, and nobody before one that had to wait until it was
 *       lifted.
 *   <li>Who waits, and who has had a turn for a dwell: by level; of one level who waits goes first,
 *       the longest waiting before the others, and of the turns the longest is the first to end.
 *       Levels are those of rank and priority among all who take part, without gaps; waiting lifts
 *       by one level for every two dwells.
 *   <li>Who yields, by the same rules among themselves.
 * </ol>
 *
 * <p>So nobody starves. With <i>n</i> vehicles of <i>m</i> levels, room for <i>k</i> minimums and
 * nobody coming, everybody's turn begins after at most {@code 2m + ⌈n/k⌉} dwells: after 2m dwells
 * one stands above all levels, so that whoever begins to wait from then on comes later and whoever
 * has had a dwell leaves; the n − 1 others have at most one turn each before it. With each turn
 * comes the time in which a current that was freed is seen to be free (S2).
 */
public final class TurnOrder {

  /** Who has a turn that is kept, and who goes before one of them. */
  private static final Comparator<Candidate> AMONG_KEPT =
      Comparator.<Candidate>comparingInt(it -> it.isKept() && it.wasLifted() ? 0 : 1)
          .thenComparingLong(Candidate::level)
          .thenComparingInt(it -> it.isKept() ? 0 : 1)
          .thenComparing(Candidate::since)
          .thenComparing(Candidate::arrival)
          .thenComparingInt(Candidate::place);

  private static final Comparator<Candidate> AMONG_OTHERS =
      Comparator.comparingLong(Candidate::liftedLevel)
          .thenComparingInt(it -> it.waits() ? 0 : 1)
          .thenComparingLong(Candidate::lastToLeave)
          .thenComparing(Candidate::arrival)
          .thenComparingInt(Candidate::place);

  private TurnOrder() {}

  /** An entrant and its turn. */
  public record Standing(Entrant entrant, Turn turn) {

    /** Rank, then priority: the lower first. */
    long level() {
      return ((long) entrant.rank() << Integer.SIZE) - entrant.priority();
    }
  }

  /** Every port of the site once; those that do not take part at the end. */
  public static int[] of(int ports, List<Standing> all, Duration dwell, Instant now) {
    long[] levels = all.stream().mapToLong(Standing::level).sorted().distinct().toArray();
    List<Candidate> yielding = new ArrayList<>();
    List<Candidate> others = new ArrayList<>();
    boolean[] takesPart = new boolean[ports];
    for (Standing standing : all) {
      takesPart[standing.entrant().place()] = true;
      Candidate candidate = Candidate.of(standing, levels, dwell, now);
      (standing.turn().yields() ? yielding : others).add(candidate);
    }
    int[] order = new int[ports];
    int next = append(yielding, order, append(others, order, 0));
    for (int port = 0; port < ports; port++) {
      if (!takesPart[port]) {
        order[next++] = port;
      }
    }
    return order;
  }

  private static int append(List<Candidate> group, int[] order, int from) {
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : group) {
      if (candidate.isKept()) {
        kept.add(candidate);
      }
    }
    List<Candidate> first = new ArrayList<>();
    List<Candidate> later = new ArrayList<>();
    for (Candidate candidate : group) {
      (candidate.isKept() || candidate.goesBeforeAny(kept) ? first : later).add(candidate);
    }
    first.sort(AMONG_KEPT);
    later.sort(AMONG_OTHERS);
    int next = from;
    for (Candidate candidate : first) {
      order[next++] = candidate.place();
    }
    for (Candidate candidate : later) {
      order[next++] = candidate.place();
    }
    return next;
  }
}
