package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import java.time.Instant;
import java.util.List;

/**
 * What every EVSE drew at some moment, judged from its samples in one of several ways. A current
 * between two lines is one current that a charger reports twice: for the least the smaller report
 * counts, otherwise the larger.
 */
record Draws(Grid grid, List<EvseBook> evses) {

  /** A way of judging samples. */
  private interface Judgement {
    int at(EvseBook evse, Instant then, Phase line);
  }

  /** The least it can have drawn; nothing if unknown (S3). */
  Flows leastAt(Instant then) {
    return flows(then, EvseBook::leastDrawAt, true);
  }

  /** The lower of the samples around, however old. */
  Flows lowestAround(Instant then) {
    return flows(then, EvseBook::lowestDrawAround, true);
  }

  /** What it certainly drew between two samples; nothing if there are none around. */
  Flows certainAt(Instant then) {
    return flows(then, EvseBook::certainDrawAt, true);
  }

  /** By the last sample until then. */
  Flows sampledAt(Instant then) {
    return flows(then, EvseBook::sampledDrawAt, false);
  }

  /** The most likely, or the most where a raise is under way. */
  Flows likelyAt(Instant then) {
    return flows(then, EvseBook::likelyDrawAt, false);
  }

  /** The most likely, but no more than a limit it had the time to follow. */
  Flows ifTheyFollowAt(Instant then) {
    return flows(then, EvseBook::drawIfItFollowsAt, false);
  }

  private Flows flows(Instant then, Judgement judge, boolean smaller) {
    return Flows.of(
        grid.network(),
        (port, source) -> {
          List<Phase> lines = grid.linesOf(port, source);
          int milliamps = judge.at(evses.get(port), then, lines.getFirst());
          for (Phase line : lines.subList(1, lines.size())) {
            int other = judge.at(evses.get(port), then, line);
            milliamps = smaller ? Math.min(milliamps, other) : Math.max(milliamps, other);
          }
          return milliamps;
        });
  }
}
