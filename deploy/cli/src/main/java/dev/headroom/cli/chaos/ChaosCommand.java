package dev.headroom.cli.chaos;

import dev.headroom.cli.machine.CannotStart;
import dev.headroom.cli.text.Texts;
import dev.headroom.world.bug.Sabotage;
import dev.headroom.world.run.Campaign;
import dev.headroom.world.run.Shrink;
import dev.headroom.world.run.Shrink.Shrunk;
import dev.headroom.world.run.Trial;
import dev.headroom.world.run.Verdict;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of {@code headroom chaos}; their help is the text {@code chaos.txt}. */
@Command(name = "chaos")
public final class ChaosCommand implements Callable<Integer> {

  private static final int CLEAN = 0;
  private static final int BROKEN = 1;
  private static final int MOST_SEEDS = 1_000_000;
  private static final int MOST_THREADS = 1024;

  @Option(names = "--seed")
  private long seed = 1;

  @Option(names = "--seeds")
  private int seeds = 20;

  @Option(names = "--hours", converter = Hours.class)
  private Duration length = Duration.ofHours(2);

  @Option(names = "--threads")
  private Optional<Integer> threads = Optional.empty();

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--replay")
  private Optional<Long> replay = Optional.empty();

  @Option(names = "--faults")
  private Optional<String> faults = Optional.empty();

  @Option(names = "--from", converter = Elapsed.class)
  private Optional<Duration> from = Optional.empty();

  @Option(names = "--until", converter = Elapsed.class)
  private Optional<Duration> until = Optional.empty();

  @Option(names = {"--help", "-h"})
  private boolean help;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Supplier<Sabotage> sabotage;

  public ChaosCommand() {
    this(() -> Sabotage.NONE);
  }

  /**
   * Sites whose adapters do wrong.
   *
   * @param sabotage a new one for each run
   */
  ChaosCommand(Supplier<Sabotage> sabotage) {
    this.sabotage = sabotage;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (help) {
      out.print(Texts.read("chaos.txt"));
      out.flush();
      return CLEAN;
    }
    check();
    try (Interruption interruption = new Interruption()) {
      return interruption.end(
          replay.isPresent() ? tell(out, interruption) : judge(out, interruption));
    }
  }

  private void check() {
    if (seeds < 1 || seeds > MOST_SEEDS) {
      throw new CannotStart("--seeds lies from 1 to %d, not at %d".formatted(MOST_SEEDS, seeds));
    }
    if (threads.orElse(1) < 1 || threads.orElse(1) > MOST_THREADS) {
      throw new CannotStart(
          "--threads lies from 1 to %d, not at %d".formatted(MOST_THREADS, threads.orElse(1)));
    }
    if (replay.isPresent() && json) {
      throw new CannotStart("--replay tells in words, not in JSON");
    }
    if (replay.isEmpty() && (faults.isPresent() || from.isPresent() || until.isPresent())) {
      throw new CannotStart("--faults, --from and --until go with --replay");
    }
  }

  private int tell(PrintWriter out, Interruption interruption) {
    Trial trial = new Trial(replay.orElseThrow(), length, sabotage);
    Verdict verdict =
        new Replay(trial, faults, from, until.orElse(length)).tell(out, interruption::stopped);
    return verdict.clean() ? CLEAN : BROKEN;
  }

  private int judge(PrintWriter out, Interruption interruption) throws InterruptedException {
    int side = threads.orElse(Math.min(seeds, Runtime.getRuntime().availableProcessors()));
    Campaign campaign = new Campaign(seed, seeds, length, side, sabotage);
    Progress progress = new Progress(spec.commandLine().getErr(), seeds);
    List<Verdict> verdicts = campaign.run(progress::lived, interruption::stopped);
    Duration took = progress.passed();
    Optional<Shrunk> shrunk =
        Result.broken(verdicts).stream()
            .findFirst()
            .map(first -> shrink(campaign, first, progress, interruption));
    Result result = new Result(campaign, verdicts, shrunk, took);
    out.print(json ? JsonVerdict.of(result) : TextVerdict.of(result));
    out.flush();
    return result.broken().isEmpty() ? CLEAN : BROKEN;
  }

  private static Shrunk shrink(
      Campaign campaign, Verdict first, Progress progress, Interruption interruption) {
    return Shrink.of(
        campaign.trial(first.seed()),
        first,
        tries -> progress.shrinks(first.seed(), tries),
        interruption::stopped);
  }
}
