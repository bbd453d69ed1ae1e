package dev.headroom.cli.chaos;

import dev.headroom.world.chronicle.Clock;
import dev.headroom.world.chronicle.FaultWords;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.FaultKind;
import dev.headroom.world.oracle.Violation;
import dev.headroom.world.run.Shrink.Shrunk;
import dev.headroom.world.run.Verdict;
import dev.headroom.world.setting.Setting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** The verdict on one screen. */
final class TextVerdict {

  private static final int COLUMNS = 3;
  private static final int SHOWN = 5;

  private TextVerdict() {}

  static String of(Result result) {
    StringBuilder text = new StringBuilder();
    line(text, head(result));
    line(text, "");
    figures(result, text);
    faults(result.faults(), text);
    line(text, "");
    broken(result, text);
    return text.toString();
  }

  private static String head(Result result) {
    long first = result.campaign().first();
    return "%s: seeds %d to %d, %s h each: %s site-hours in %s s, %s a second on %d threads"
        .formatted(
            result.complete() ? "Chaos" : "Chaos, stopped early",
            first,
            first + result.campaign().seeds() - 1,
            Hours.words(result.campaign().length()),
            decimals(result.siteHours(), 1),
            decimals(result.took().toMillis() / 1000.0, 1),
            decimals(result.siteHoursPerSecond(), 2),
            result.campaign().threads());
  }

  private static void figures(Result result, StringBuilder text) {
    String delivered = decimals(result.deliveredWattHours() / 1000.0, 1);
    line(text, "  energy delivered   %s kWh".formatted(delivered));
    line(text, "  raises judged      %d".formatted(result.raises()));
    result
        .hottest()
        .ifPresent(
            it ->
                line(
                    text,
                    "  hottest breaker    D %s (1 trips), seed %d"
                        .formatted(decimals(it.peakD(), 2), it.seed())));
    result
        .longestAbove()
        .ifPresent(
            it ->
                line(
                    text,
                    "  above a rating     for %s s at the most, seed %d"
                        .formatted(decimals(it.longestAbove().toMillis() / 1000.0, 1), it.seed())));
  }

  private static void faults(Map<FaultKind, Integer> counts, StringBuilder text) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    line(text, "  faults             %d, overlapping:".formatted(all));
    StringBuilder row = new StringBuilder();
    int column = 0;
    for (Map.Entry<FaultKind, Integer> kind : counts.entrySet()) {
      row.append("    %-24s%5d".formatted(FaultWords.of(kind.getKey()), kind.getValue()));
      if (++column % COLUMNS == 0) {
        line(text, row.toString());
        row.setLength(0);
      }
    }
    if (!row.isEmpty()) {
      line(text, row.toString());
    }
  }

  private static void broken(Result result, StringBuilder text) {
    List<Verdict> broken = result.broken();
    int lived = result.verdicts().size();
    if (broken.isEmpty()) {
      line(text, "No rule was broken at %d sites.".formatted(lived));
      return;
    }
    line(text, "%d of %d sites BROKE A RULE:".formatted(broken.size(), lived));
    for (Verdict verdict : broken.stream().limit(SHOWN).toList()) {
      Violation first = verdict.violations().getFirst();
      line(text, "  seed %d at %s".formatted(verdict.seed(), words(first)));
    }
    if (broken.size() > SHOWN) {
      line(text, "  and %d more".formatted(broken.size() - SHOWN));
    }
    result.shrunk().ifPresent(shrunk -> shrunk(result, shrunk, text));
  }

  private static String words(Violation violation) {
    return "%s: %s, %s"
        .formatted(Clock.since(Setting.START, violation.at()), violation.rule(), violation.what());
  }

  private static void shrunk(Result result, Shrunk shrunk, StringBuilder text) {
    List<Fault> faults = shrunk.faults().all();
    line(
        text,
        "The least that fails (%d tries): seed %d for %s under %s"
            .formatted(
                shrunk.tries(),
                shrunk.verdict().seed(),
                Clock.words(shrunk.verdict().lived()),
                faults.isEmpty() ? "no fault at all" : faults.size() + " faults:"));
    for (Fault fault : faults.stream().limit(SHOWN).toList()) {
      line(
          text,
          "  %s from %s to %s"
              .formatted(
                  FaultWords.of(fault),
                  Clock.since(Setting.START, fault.start()),
                  Clock.since(Setting.START, fault.end())));
    }
    line(text, "What happened: " + Result.replay(result.campaign(), shrunk));
  }

  private static void line(StringBuilder text, String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  private static String decimals(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
  }
}
