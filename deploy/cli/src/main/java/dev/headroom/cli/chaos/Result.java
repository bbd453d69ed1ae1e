package dev.headroom.cli.chaos;

import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.FaultKind;
import dev.headroom.world.run.Campaign;
import dev.headroom.world.run.Proof;
import dev.headroom.world.run.Shrink.Shrunk;
import dev.headroom.world.run.Trial;
import dev.headroom.world.run.Verdict;
import dev.headroom.world.setting.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of many seeds.
 *
 * @param verdicts of those that have begun, by seed
 * @param shrunk the least that fails of the one that failed first
 * @param took by our clock
 */
record Result(Campaign campaign, List<Verdict> verdicts, Optional<Shrunk> shrunk, Duration took) {

  /** Those that broke a rule, the shortest first. */
  static List<Verdict> broken(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(verdict -> !verdict.clean())
        .sorted(Comparator.comparing(Verdict::lived))
        .toList();
  }

  List<Verdict> broken() {
    return broken(verdicts);
  }

  boolean complete() {
    boolean all = verdicts.size() == campaign.seeds();
    return all
        && verdicts.stream()
            .allMatch(it -> !it.clean() || it.lived().compareTo(campaign.length()) >= 0);
  }

  double siteHours() {
    return verdicts.stream().mapToDouble(verdict -> verdict.lived().toMillis() / 3.6e6).sum();
  }

  double siteHoursPerSecond() {
    return took.isZero() ? 0 : siteHours() / (took.toNanos() / 1e9);
  }

  long deliveredWattHours() {
    return verdicts.stream().mapToLong(Verdict::deliveredWattHours).sum();
  }

  long raises() {
    return verdicts.stream().mapToLong(Verdict::raises).sum();
  }

  Optional<Verdict> hottest() {
    return verdicts.stream().max(Comparator.comparingDouble(Verdict::peakD));
  }

  Optional<Verdict> longestAbove() {
    return verdicts.stream().max(Comparator.comparing(Verdict::longestAbove));
  }

  /** How often each kind began within what was lived. */
  Map<FaultKind, Integer> faults() {
    Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);
    for (FaultKind kind : FaultKind.values()) {
      counts.put(kind, 0);
    }
    for (Verdict verdict : verdicts) {
      Instant end = Setting.START.plus(verdict.lived());
      for (Fault fault : verdict.faults().all()) {
        if (fault.start().isBefore(end)) {
          counts.merge(fault.kind(), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  /** The command line that tells the shrunk run again. */
  static String replay(Campaign campaign, Shrunk shrunk) {
    Trial trial = campaign.trial(shrunk.verdict().seed());
    String sites = trial.proof() == Proof.GARAGE ? "" : " --sites any";
    return "headroom chaos --replay %d%s --hours %s --faults %s --until %s"
        .formatted(
            trial.seed(),
            sites,
            Hours.words(trial.length()),
            numbers(trial, shrunk),
            Elapsed.words(shrunk.verdict().lived()));
  }

  private static String numbers(Trial trial, Shrunk shrunk) {
    List<Fault> all = trial.faults().all();
    String numbers =
        shrunk.faults().all().stream()
            .map(fault -> Integer.toString(all.indexOf(fault) + 1))
            .collect(Collectors.joining(","));
    return numbers.isEmpty() ? "none" : numbers;
  }
}
