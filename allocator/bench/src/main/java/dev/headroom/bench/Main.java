package dev.headroom.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures the allocators against each other and prints a table in Markdown. Each case's three runs
 * come right after one another, so that ratios hold on a machine whose speed drifts.
 */
public final class Main {

  private Main() {}

  /**
   * @param args {@code quick} (a minute, what the goals are about) or {@code full}
   */
  public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
    Pace pace = Pace.valueOf(args.length == 0 ? "QUICK" : args[0].toUpperCase(Locale.ROOT));
    List<String> lines = new ArrayList<>(List.of(Machine.described(), "", Row.HEAD));
    for (Case it : pace.cases) {
      System.err.println(it);
      lines.add(Row.of(it, new Runner(options(it, pace)).run()).markdown());
    }
    System.out.println(String.join(System.lineSeparator(), lines));
  }

  private static Options options(Case it, Pace pace) {
    TimeValue time = TimeValue.milliseconds(pace.milliseconds);
    return new OptionsBuilder()
        .include(Sharing.class.getName())
        .param("ports", String.valueOf(it.ports()))
        .param("garage", it.garage().name())
        .param("rootPercent", String.valueOf(it.rootPercent()))
        .forks(1)
        .warmupIterations(pace.warmups)
        .warmupTime(time)
        .measurementIterations(pace.iterations)
        .measurementTime(time)
        .addProfiler(GCProfiler.class)
        .verbosity(VerboseMode.SILENT)
        .build();
  }
}
