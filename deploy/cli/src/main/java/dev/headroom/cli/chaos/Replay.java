package dev.headroom.cli.chaos;

import dev.headroom.cli.machine.CannotStart;
import dev.headroom.world.chronicle.Chronicle;
import dev.headroom.world.chronicle.Clock;
import dev.headroom.world.chronicle.Listener;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.Faults;
import dev.headroom.world.run.Trial;
import dev.headroom.world.run.Verdict;
import dev.headroom.world.setting.Setting;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One seed told in words.
 *
 * @param faults numbers of those that happen, of the run's own from 1, or {@code none}; empty for
 *     all
 * @param from nothing before is told; empty for the last minutes before a violation
 */
record Replay(Trial trial, Optional<String> faults, Optional<Duration> from, Duration until) {

  private static final Duration BEFORE_A_VIOLATION = Duration.ofMinutes(5);

  /**
   * Tells it, and says how it ended.
   *
   * @param keys of whom steps through it; empty if nobody does
   */
  Verdict tell(PrintWriter out, Optional<BufferedReader> keys, BooleanSupplier stopped) {
    Faults chosen = chosen();
    Duration told = from.orElseGet(() -> beforeViolation(chosen, stopped));
    out.printf(
        "Seed %d, %d faults, from %s to %s at most; times since the run began.%n",
        trial.seed(), chosen.all().size(), Clock.words(told), Clock.words(until));
    Steps steps = new Steps(out, keys);
    Chronicle chronicle = new Chronicle(Setting.START, Setting.START.plus(told), steps);
    Verdict verdict =
        trial.run(chosen, until, chronicle, () -> stopped.getAsBoolean() || steps.quit());
    out.printf(
        "%11s  %s%n",
        Clock.words(verdict.lived()), verdict.clean() ? "no rule was broken" : "the run ends");
    out.flush();
    return verdict;
  }

  private Duration beforeViolation(Faults chosen, BooleanSupplier stopped) {
    Verdict verdict = trial.run(chosen, until, Listener.NONE, stopped);
    Duration before = verdict.lived().minus(BEFORE_A_VIOLATION);
    return verdict.clean() || before.isNegative() ? Duration.ZERO : before;
  }

  private Faults chosen() {
    List<Fault> all = trial.faults().all();
    if (faults.isEmpty()) {
      return new Faults(all);
    }
    if (faults.get().equals("none")) {
      return new Faults(List.of());
    }
    List<Fault> chosen = new ArrayList<>();
    for (String number : Arrays.asList(faults.get().split(",", -1))) {
      if (!number.matches("[1-9]\\d{0,5}") || Integer.parseInt(number) > all.size()) {
        throw new CannotStart(
            "--faults names numbers from 1 to %d, or none, not '%s'".formatted(all.size(), number));
      }
      chosen.add(all.get(Integer.parseInt(number) - 1));
    }
    return new Faults(chosen);
  }
}
