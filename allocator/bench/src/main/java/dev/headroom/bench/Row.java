package dev.headroom.bench;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;

/**
 * What was measured of one case; nanoseconds for one sharing, from the least disturbed of its
 * iterations.
 */
record Row(Case of, double fast, double naive, double floor, double bytes) {

  static final String HEAD =
      """
      | ports | wiring | service | fast | naive / fast | fast / floor | bytes |
      |---:|---|---:|---:|---:|---:|---:|\
      """;

  static Row of(Case it, Collection<RunResult> results) {
    return new Row(
        it,
        score(results, "fast"),
        score(results, "naive"),
        score(results, "floor"),
        bytes(results));
  }

  String markdown() {
    return "| %d | %s | %d %% | %.1f µs | %.0f | %.1f | %.0f |"
        .formatted(
            of.ports(),
            of.garage().label(),
            of.rootPercent(),
            fast / 1000,
            naive / fast,
            fast / floor,
            bytes);
  }

  private static double score(Collection<RunResult> results, String benchmark) {
    return result(results, benchmark).getPrimaryResult().getStatistics().getMin();
  }

  /** Made by the fast one in one sharing. */
  private static double bytes(Collection<RunResult> results) {
    RunResult fast = result(results, "fast");
    for (String measured : fast.getSecondaryResults().keySet()) {
      if (measured.endsWith("gc.alloc.rate.norm")) {
        return fast.getSecondaryResults().get(measured).getScore();
      }
    }
    throw new IllegalArgumentException("nothing is known of what was allocated");
  }

  private static RunResult result(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(it -> it.getParams().getBenchmark().endsWith("." + benchmark))
        .findFirst()
        .orElseThrow();
  }
}
