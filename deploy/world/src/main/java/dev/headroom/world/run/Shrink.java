package dev.headroom.world.run;

import dev.headroom.world.chronicle.Listener;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.Faults;
import dev.headroom.world.oracle.Rule;
import dev.headroom.world.oracle.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Looks for the shortest prefix of a failing run, under as few faults as possible, that breaks the
 * same rule: the last faults alone first, then each of them left out in turn until none can be.
 */
public final class Shrink {

  /** A run that fails late takes long, so not every fault is worth a try. */
  private static final int MOST_TRIES = 80;

  /**
   * The least that still fails.
   *
   * @param verdict of the shrunk run, which ends at the violation
   * @param tries how many runs it took
   */
  public record Shrunk(Verdict verdict, int tries) {

    public Faults faults() {
      return verdict.faults();
    }
  }

  private final Trial trial;
  private final Consumer<Integer> progress;
  private final BooleanSupplier stopped;
  private final Rule rule;
  private Verdict best;
  private int tries;

  private Shrink(Trial trial, Verdict failed, Consumer<Integer> progress, BooleanSupplier stopped) {
    this.trial = trial;
    this.progress = progress;
    this.stopped = stopped;
    this.rule = failed.violations().getFirst().rule();
    this.best = prefix(failed);
  }

  /**
   * Shrinks a run that has failed.
   *
   * @param progress is told the number of each try
   * @param stopped whether to be content with what was found so far
   */
  public static Shrunk of(
      Trial trial, Verdict failed, Consumer<Integer> progress, BooleanSupplier stopped) {
    if (failed.clean()) {
      throw new IllegalArgumentException("nothing was broken with seed " + failed.seed());
    }
    Shrink shrink = new Shrink(trial, failed, progress, stopped);
    shrink.keepTheLast();
    boolean fewer = shrink.leaveOutOne();
    while (fewer) {
      fewer = shrink.leaveOutOne();
    }
    return new Shrunk(shrink.best, shrink.tries);
  }

  private List<Fault> faults() {
    return best.faults().all();
  }

  /** The last one, two, four, … or none at all. */
  private void keepTheLast() {
    List<Fault> all = faults();
    boolean found = false;
    for (int kept = 0; !found && kept < all.size(); kept = Math.max(1, kept * 2)) {
      found = holds(all.subList(all.size() - kept, all.size()));
    }
  }

  private boolean leaveOutOne() {
    for (Fault fault : faults()) {
      if (holds(faults().stream().filter(each -> !each.equals(fault)).toList())) {
        return true;
      }
    }
    return false;
  }

  /** Whether these are enough; if so, they are the best so far. */
  private boolean holds(List<Fault> fewer) {
    if (tries >= MOST_TRIES || stopped.getAsBoolean()) {
      return false;
    }
    progress.accept(++tries);
    Verdict verdict = trial.run(new Faults(fewer), best.lived(), Listener.NONE, stopped);
    Optional<Violation> same = theSame(verdict);
    same.ifPresent(_ -> best = prefix(verdict));
    return same.isPresent();
  }

  private Optional<Violation> theSame(Verdict verdict) {
    return verdict.violations().stream().filter(found -> found.rule() == rule).findFirst();
  }

  /** With the faults only that began before it was over; the others made no difference. */
  private static Verdict prefix(Verdict verdict) {
    Violation first = verdict.violations().getFirst();
    Stream<Fault> begun =
        verdict.faults().all().stream().filter(fault -> !fault.start().isAfter(first.at()));
    return verdict.under(new Faults(begun.toList()));
  }
}
