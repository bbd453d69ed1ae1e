package dev.headroom.cli.chaos;

import dev.headroom.cli.machine.CannotStart;
import dev.headroom.cli.text.Texts;
import dev.headroom.world.bug.Sabotage;
import dev.headroom.world.run.Campaign;
import dev.headroom.world.run.Proof;
import dev.headroom.world.run.Shrink;
import dev.headroom.world.run.Shrink.Shrunk;
import dev.headroom.world.run.Trial;
import dev.headroom.world.run.Verdict;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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

  /** Where sites are drawn from. */
  private enum Sites {
    /** Garages whose vehicles come and go quickly, by all rules. */
    GARAGE(Proof.GARAGE),
    /** Every kind of site through its days and nights. */
    ANY(Proof.DAYS);

    private final Proof proof;

    Sites(Proof proof) {
      this.proof = proof;
    }

    Proof proof() {
      return proof;
    }
  }

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

  @Option(names = "--sites")
  private Sites sites = Sites.GARAGE;

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

  @Option(names = "--step")
  private boolean step;

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
    boolean told = step || faults.isPresent() || from.isPresent() || until.isPresent();
    if (replay.isEmpty() && told) {
      throw new CannotStart("--faults, --from, --until and --step go with --replay");
    }
  }

  private int tell(PrintWriter out, Interruption interruption) {
    Trial trial = new Trial(replay.orElseThrow(), length, sites.proof(), sabotage);
    Optional<BufferedReader> keys = step ? Optional.of(keys()) : Optional.empty();
    Verdict verdict =
        new Replay(trial, faults, from, until.orElse(length))
            .tell(out, keys, interruption::stopped);
    return status(verdict.clean(), !interruption.stopped());
  }

  private static BufferedReader keys() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  /** What was stopped early is no proof. */
  private static int status(boolean clean, boolean complete) {
    if (!clean) {
      return BROKEN;
    }
    return complete ? CLEAN : Interruption.CUT_OFF;
  }

  private int judge(PrintWriter out, Interruption interruption) throws InterruptedException {
    int side = threads.orElse(Math.min(seeds, Runtime.getRuntime().availableProcessors()));
    Campaign campaign = new Campaign(seed, seeds, length, side, sites.proof(), sabotage);
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
    return status(result.broken().isEmpty(), result.complete());
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
