package dev.headroom.world.bug;

import dev.headroom.world.oracle.Violation;
import dev.headroom.world.run.Verdict;
import dev.headroom.world.setting.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The judges find every bug, by a rule that it breaks, in a world that is sound without it. */
class BugTest {

  private static final int SEEDS = 30;

  @ParameterizedTest
  @EnumSource(Bug.class)
  void everyBugIsFound(Bug bug) {
    Trial trial = Trial.of(bug);
    List<String> seen = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      Scene scene = trial.scene().apply(seed);
      Verdict verdict = scene.run(bug.fresh());
      Optional<Violation> found = fitting(trial, verdict, seen);
      if (found.isPresent() && isSound(scene.until(verdict.lived()), seen)) {
        say(bug, seed, found.get());
        return;
      }
    }
    throw new AssertionError("no seed up to %d finds %s; seen: %s".formatted(SEEDS, bug, seen));
  }

  /** Otherwise it is not the bug that was found. */
  private static boolean isSound(Scene scene, List<String> seen) {
    Verdict verdict = scene.run(Sabotage.NONE);
    verdict.violations().forEach(it -> seen.add(verdict.seed() + " without it: " + it));
    return verdict.clean();
  }

  private static Optional<Violation> fitting(Trial trial, Verdict verdict, List<String> seen) {
    verdict.violations().forEach(it -> seen.add(verdict.seed() + ": " + it));
    return verdict.violations().stream()
        .filter(it -> trial.rules().contains(it.rule()))
        .findFirst();
  }

  private static void say(Bug bug, long seed, Violation found) {
    Duration after = Duration.between(Setting.START, found.at());
    System.out.printf(
        "%s: seed %d, %s after %s: %s%n", bug, seed, found.rule(), after, found.what());
  }
}
