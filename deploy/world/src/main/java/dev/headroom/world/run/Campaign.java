package dev.headroom.world.run;

import dev.headroom.world.bug.Sabotage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Many seeds, side by side. What comes out does not depend on the number of threads.
 *
 * @param first seed
 * @param seeds how many, one after the other
 * @param length of each run
 * @param threads 1 and up
 * @param proof where, and by which rules
 * @param sabotage a new one for each run
 */
public record Campaign(
    long first, int seeds, Duration length, int threads, Proof proof, Supplier<Sabotage> sabotage) {

  /** In garages. */
  public Campaign(
      long first, int seeds, Duration length, int threads, Supplier<Sabotage> sabotage) {
    this(first, seeds, length, threads, Proof.GARAGE, sabotage);
  }

  public Trial trial(long seed) {
    return new Trial(seed, length, proof, sabotage);
  }

  /**
   * Runs them all, or those that have begun before it is stopped; by seed.
   *
   * @param done is told of each, in any order, one at a time
   * @param stopped whether to end here; runs that are on then end where they are
   * @throws IllegalStateException if a run failed with an exception; it names the seed
   */
  public List<Verdict> run(Consumer<Verdict> done, BooleanSupplier stopped)
      throws InterruptedException {
    List<Callable<Optional<Verdict>>> runs = new ArrayList<>();
    for (long seed = first; seed < first + seeds; seed++) {
      Trial trial = trial(seed);
      runs.add(() -> stopped.getAsBoolean() ? Optional.empty() : run(trial, done, stopped));
    }
    List<Verdict> verdicts = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (Future<Optional<Verdict>> run : executor.invokeAll(runs)) {
        run.get().ifPresent(verdicts::add);
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IllegalStateException named) {
        throw named;
      }
      throw new IllegalStateException("a run failed", failed);
    }
    return List.copyOf(verdicts);
  }

  private Optional<Verdict> run(Trial trial, Consumer<Verdict> done, BooleanSupplier stopped) {
    try {
      Verdict verdict = trial.run(stopped);
      synchronized (done) {
        done.accept(verdict);
      }
      return Optional.of(verdict);
    } catch (RuntimeException e) {
      throw new IllegalStateException("the run of seed %d failed".formatted(trial.seed()), e);
    }
  }
}
