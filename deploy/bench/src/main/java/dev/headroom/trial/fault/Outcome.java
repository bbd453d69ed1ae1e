package dev.headroom.trial.fault;

import dev.headroom.trial.report.Samples;
import dev.headroom.trial.report.Table;
import dev.headroom.trial.wire.Fence;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What repeats of one fault came to. */
final class Outcome {

  private final String fault;
  private final Samples gaps = new Samples();
  private final Samples fresh = new Samples();
  private final Samples away = new Samples();
  private Duration leastLease = Duration.ofDays(1);
  private int repeats;
  private int over;
  private int lost;
  private long older;
  private long former;

  Outcome(String fault) {
    this.fault = fault;
  }

  static Table table() {
    return new Table(
        "fault",
        "repeats",
        "s",
        "samples",
        "min",
        "p50",
        "p99",
        "max",
        "least lease left",
        "leases over",
        "sites lost",
        "limits fenced off");
  }

  /** No sign of a partition's owner for so long. */
  void gap(Duration gap) {
    gaps.add(gap);
  }

  /** From the fault to a site's first limits after it. */
  void fresh(Duration after) {
    fresh.add(after);
  }

  /** The broker did not listen for so long. */
  void away(Duration away) {
    this.away.add(away);
  }

  void lost() {
    lost++;
  }

  /** A repeat is over. */
  void repeated(Reading reading, Duration leaseLeft) {
    repeats++;
    older += reading.count(Fence.Verdict.OLDER);
    former += reading.count(Fence.Verdict.FORMER_OWNER);
    leastLease = leaseLeft.compareTo(leastLease) < 0 ? leaseLeft : leastLease;
    if (!leaseLeft.isPositive()) {
      over++;
    }
    System.out.println("  " + fault + " " + repeats + ": " + this);
  }

  void rows(Table table) {
    row(table, "owner silent", gaps);
    if (fresh.size() > 0) {
      row(table, "site's first limits", fresh);
    }
    if (away.size() > 0) {
      row(table, "broker away", away);
    }
  }

  private void row(Table table, String what, Samples samples) {
    table.row(
        Stream.of(
                List.of(fault, Integer.toString(repeats), what),
                samples.cells(),
                List.of(
                    String.format(Locale.ROOT, "%.1f", leastLease.toMillis() / 1000.0),
                    Integer.toString(over),
                    Integer.toString(lost),
                    former + " + " + older))
            .flatMap(List::stream)
            .toList());
  }

  @Override
  public String toString() {
    return "silent %s, first limits %s, least lease %s, lost %d, fenced off %d + %d"
        .formatted(gaps.cells(), fresh.cells(), leastLease, lost, former, older);
  }
}
