package dev.headroom.core.turn;

import dev.headroom.core.turn.Turn.Place.Has;
import dev.headroom.core.turn.Turn.Place.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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

  private static final int DWELLS_TO_BE_LIFTED = 2;

  private final Duration dwell;
  private final Instant now;
  private final List<Long> levels;

  private TurnOrder(List<Standing> all, Duration dwell, Instant now) {
    this.dwell = dwell;
    this.now = now;
    levels = all.stream().map(TurnOrder::level).distinct().sorted().toList();
  }

  /** An entrant and its turn. */
  public record Standing(Entrant entrant, Turn turn) {}

  /** Every port of the site once; those that do not take part at the end. */
  public static int[] of(int ports, List<Standing> all, Duration dwell, Instant now) {
    TurnOrder order = new TurnOrder(all, dwell, now);
    Predicate<Standing> yields = it -> it.turn().yields();
    List<Standing> sorted = new ArrayList<>();
    order.append(all.stream().filter(yields.negate()).toList(), sorted);
    order.append(all.stream().filter(yields).toList(), sorted);
    boolean[] takesPart = new boolean[ports];
    all.forEach(it -> takesPart[it.entrant().place()] = true);
    return IntStream.concat(
            sorted.stream().mapToInt(it -> it.entrant().place()),
            IntStream.range(0, ports).filter(port -> !takesPart[port]))
        .toArray();
  }

  private void append(List<Standing> group, List<Standing> sorted) {
    List<Standing> kept = group.stream().filter(this::isKept).toList();
    Predicate<Standing> first =
        it -> isKept(it) || kept.stream().anyMatch(turn -> goesBefore(it, turn));
    group.stream().filter(first).sorted(amongKept()).forEach(sorted::add);
    group.stream().filter(first.negate()).sorted(amongOthers()).forEach(sorted::add);
  }

  private Comparator<Standing> amongKept() {
    return Comparator.<Standing, Boolean>comparing(it -> !isKept(it) || !wasLifted(it))
        .thenComparing(TurnOrder::level)
        .thenComparing(it -> !isKept(it))
        .thenComparing(it -> since(it.turn()))
        .thenComparing(it -> it.entrant().arrival())
        .thenComparing(it -> it.entrant().place());
  }

  private Comparator<Standing> amongOthers() {
    return Comparator.comparingLong(this::liftedLevel)
        .thenComparing(it -> it.turn().place() instanceof Has)
        .thenComparingLong(TurnOrder::lastToLeave)
        .thenComparing(it -> it.entrant().arrival())
        .thenComparing(it -> it.entrant().place());
  }

  private boolean isKept(Standing standing) {
    return standing.turn().place() instanceof Has(Instant since, Instant _)
        && now.isBefore(since.plus(dwell));
  }

  private boolean goesBefore(Standing one, Standing kept) {
    return !wasLifted(kept)
        && one.turn().place() instanceof Waits
        && one.entrant().priority() > kept.entrant().priority()
        && one.entrant().rank() <= kept.entrant().rank();
  }

  private boolean wasLifted(Standing standing) {
    return standing.turn().place() instanceof Has(Instant since, Instant waitedSince)
        && lifts(waitedSince, since) > 0;
  }

  private long liftedLevel(Standing standing) {
    long level = levels.indexOf(level(standing));
    return switch (standing.turn().place()) {
      case Waits(Instant since) -> level - lifts(since, now);
      case Has _ -> level;
    };
  }

  private long lifts(Instant from, Instant to) {
    return Duration.between(from, to).dividedBy(dwell.multipliedBy(DWELLS_TO_BE_LIFTED));
  }

  private static long lastToLeave(Standing standing) {
    long millis = since(standing.turn()).toEpochMilli();
    return standing.turn().place() instanceof Has ? -millis : millis;
  }

  private static Instant since(Turn turn) {
    return switch (turn.place()) {
      case Waits(Instant since) -> since;
      case Has(Instant since, Instant _) -> since;
    };
  }

  /** Rank, then priority: the lower first. */
  private static long level(Standing standing) {
    return ((long) standing.entrant().rank() << Integer.SIZE) - standing.entrant().priority();
  }
}
