package dev.headroom.core.site;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Transformer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A breaker and what it feeds. The root circuit is the service entrance.
 *
 * @param parent the circuit that feeds it; empty for the service entrance
 * @param breakerMilliamps the nameplate
 * @param continuousFactorPermille 800 for a standard breaker (NEC 625.41), 1000 for a 100 %-rated
 *     one or a plain limit
 * @param meter the CT meter that measures everything this circuit carries
 * @param worstCaseBaseMilliamps the most that uncontrolled load through this circuit can draw on
 *     each phase; mandatory wherever there is a meter or uncontrolled load
 * @param neutral whether it has a neutral conductor, so that EVSEs can hang between it and a line
 * @param neutralMilliamps what its neutral may carry, where that can bind; without it the neutral
 *     is as thick as a line needs it, and not looked at
 * @param rises how fast that load can grow
 * @param transformer what it is fed through, if anything: all else that is said of this circuit is
 *     on the secondary side, its parent is on the primary side
 */
public record Circuit(
    String name,
    Optional<String> parent,
    int breakerMilliamps,
    int continuousFactorPermille,
    Set<Phase> phases,
    Optional<Meter> meter,
    Optional<PerPhase> worstCaseBaseMilliamps,
    boolean neutral,
    OptionalInt neutralMilliamps,
    BaseRises rises,
    Optional<Transformer> transformer) {

  public Circuit {
    Names.check("circuit", name);
    phases = inOrder(phases);
    if (breakerMilliamps <= 0 || breakerMilliamps > 10_000_000) {
      throw new IllegalArgumentException(
          "circuit '" + name + "': a breaker is above 0 A and at most 10,000 A");
    }
    if (continuousFactorPermille <= 0 || continuousFactorPermille > 1000) {
      throw new IllegalArgumentException(
          "circuit '" + name + "': the continuous factor lies above 0 and at most at 1.0");
    }
    if (neutralMilliamps.isPresent() && neutralMilliamps.getAsInt() <= 0) {
      throw new IllegalArgumentException(
          "circuit '" + name + "': a neutral that is rated carries more than 0 A");
    }
    if (neutralMilliamps.isPresent() && !neutral) {
      throw new IllegalArgumentException(
          "circuit '" + name + "' rates a neutral that it does not have");
    }
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("circuit '" + name + "' has no phase");
    }
  }

  /** Whoever walks them walks them alike in every process: the same input, the same result. */
  private static Set<Phase> inOrder(Set<Phase> phases) {
    Set<Phase> sorted = EnumSet.noneOf(Phase.class);
    sorted.addAll(phases);
    return Collections.unmodifiableSet(sorted);
  }

  /** With a neutral of no rating of its own, and no transformer. */
  public Circuit(
      String name,
      Optional<String> parent,
      int breakerMilliamps,
      int continuousFactorPermille,
      Set<Phase> phases,
      Optional<Meter> meter,
      Optional<PerPhase> worstCaseBaseMilliamps,
      boolean neutral,
      BaseRises rises) {
    this(
        name,
        parent,
        breakerMilliamps,
        continuousFactorPermille,
        phases,
        meter,
        worstCaseBaseMilliamps,
        neutral,
        OptionalInt.empty(),
        rises,
        Optional.empty());
  }

  /** With a neutral, and nothing said of how fast its base load grows. */
  public Circuit(
      String name,
      Optional<String> parent,
      int breakerMilliamps,
      int continuousFactorPermille,
      Set<Phase> phases,
      Optional<Meter> meter,
      Optional<PerPhase> worstCaseBaseMilliamps) {
    this(
        name,
        parent,
        breakerMilliamps,
        continuousFactorPermille,
        phases,
        meter,
        worstCaseBaseMilliamps,
        true,
        BaseRises.UNDECLARED);
  }

  /** The worst-case base load on a phase; without a declaration it carries its EVSEs alone. */
  public int worstBaseMilliamps(Phase phase) {
    return worstCaseBaseMilliamps
        .filter(base -> base.phases().contains(phase))
        .map(base -> base.on(phase))
        .orElse(0);
  }

  /** What it may carry for hours: nameplate × continuous factor, in milliamperes per phase. */
  public int continuousMilliamps() {
    return (int) ((long) breakerMilliamps * continuousFactorPermille / 1000);
  }
}
