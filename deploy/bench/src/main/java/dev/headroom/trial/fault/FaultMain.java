package dev.headroom.trial.fault;

import dev.headroom.trial.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Repeats faults on real processes and prints what gateways would have seen. */
public final class FaultMain {

  private static final String BROKER_DISK = "128m";

  private FaultMain() {}

  /**
   * Measures.
   *
   * @param name of a fault, or {@code faults} for all of them
   * @param times how often each; its own number if empty
   */
  public static void run(Path root, String name, Optional<Integer> times, long seed)
      throws IOException, InterruptedException {
    List<Fault> faults = Fault.named(name);
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("no fault is called " + name);
    }
    System.out.println("seed " + seed);
    List<Outcome> outcomes = new ArrayList<>();
    for (Fault fault : faults) {
      Outcome outcome = new Outcome(fault.label());
      outcomes.add(outcome);
      repeat(root, fault, times.orElse(fault.repeats()), outcome, seed);
    }
    Table table = Outcome.table();
    outcomes.forEach(outcome -> outcome.rows(table));
    System.out.println(table);
  }

  private static void repeat(Path root, Fault fault, int times, Outcome outcome, long seed)
      throws IOException, InterruptedException {
    Path all = Files.createDirectories(root.resolve("deploy/bench/target/trials"));
    Path directory = Files.createTempDirectory(all, fault.label() + "-");
    Path data = Files.createDirectories(directory.resolve("broker"));
    boolean small = fault == Fault.BROKER_FULL;
    if (small) {
      SmallDisk.mount(data, BROKER_DISK);
    }
    try (Stage stage = new Stage(root, directory, data, seed)) {
      Trial trial = new Trial(stage, outcome, new Random(seed));
      for (int i = 0; i < times; i++) {
        trial.once(fault);
      }
    } finally {
      if (small) {
        SmallDisk.unmount(data);
      }
    }
  }
}
