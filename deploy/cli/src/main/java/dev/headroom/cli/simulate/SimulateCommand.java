package dev.headroom.cli.simulate;

import dev.headroom.cli.machine.CannotStart;
import dev.headroom.cli.option.Durations;
import dev.headroom.cli.simulate.stays.Demand;
import dev.headroom.cli.simulate.stays.Needs;
import dev.headroom.cli.text.Texts;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of {@code headroom simulate}; their help is the text {@code simulate.txt}. */
@Command(name = "simulate")
public final class SimulateCommand implements Callable<Integer> {

  private static final int KEPT = 0;
  private static final int EXCEEDED = 1;

  @Option(names = "--site")
  private Optional<Path> site = Optional.empty();

  @Option(names = "--sessions")
  private Optional<Path> sessions = Optional.empty();

  @Option(names = "--strategy", split = ",")
  private List<String> strategies = List.of();

  @Option(names = "--unmanaged")
  private boolean unmanaged;

  @Option(names = "--cap-kw", split = ",")
  private List<BigDecimal> capKilowatts = List.of();

  @Option(names = "--step", converter = Durations.class)
  private Duration step = Duration.ofMinutes(5);

  @Option(names = "--from")
  private Optional<LocalDate> from = Optional.empty();

  @Option(names = "--to")
  private Optional<LocalDate> to = Optional.empty();

  @Option(names = "--demand")
  private Optional<Demand> demand = Optional.empty();

  @Option(names = "--needs")
  private Needs needs = Needs.STATED;

  @Option(names = "--base-load")
  private Optional<Path> baseLoad = Optional.empty();

  @Option(names = "--json")
  private boolean json;

  @Option(names = {"--help", "-h"})
  private boolean help;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (help) {
      out.print(Texts.read("simulate.txt"));
      out.flush();
      return KEPT;
    }
    Study study = study();
    study.seated().skipped().forEach(skipped -> err.println("simulate: " + skipped.describe()));
    err.flush();
    List<Scenario> scenarios =
        Scenarios.of(Managements.of(strategies, unmanaged, study.site()), capKilowatts);
    List<Scenario.Row> rows = study.run(scenarios, err);
    out.print(json ? JsonReport.of(study, rows) : TextReport.of(study, rows));
    out.flush();
    return rows.stream().anyMatch(Scenario.Row::failed) ? EXCEEDED : KEPT;
  }

  private Study study() {
    if (step.compareTo(Duration.ofSeconds(1)) < 0 || step.compareTo(Duration.ofDays(1)) > 0) {
      throw new CannotStart("--step lies from 1s to 24h, not at " + step);
    }
    return StudyFiles.read(
        new StudyFiles.Choice(
            site.orElseThrow(() -> new CannotStart("which site? Name its file with --site")),
            sessions.orElseThrow(
                () -> new CannotStart("which sessions? Name a .csv or .csv.gz with --sessions")),
            from,
            to,
            demand,
            needs,
            baseLoad,
            step));
  }
}
