package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.Around;
import dev.headroom.core.reading.MeterReading;
import java.time.Instant;
import java.util.List;

/**
 * What the EVSEs of some ports drew at some moment, judged from its samples in one of several ways.
 * A current between two lines is one current that a charger reports twice: for the least the
 * smaller report counts, otherwise the larger.
 *
 * @param ports those below one CT: nothing is said of others, for it does not see them
 */
record Draws(Sources sources, List<EvseBook> books, int[] ports) {

  /**
   * A reading, and what EVSEs drew then.
   *
   * @param least at least; nothing if unknown (S3)
   * @param lowest by the lower of the samples around, however old
   * @param certain if they drew steadily between two samples
   */
  record Moment(MeterReading reading, Flows least, Flows lowest, Flows certain) {}

  /** The least they can have drawn, in each way of judging that. */
  Moment moment(MeterReading reading) {
    int[] least = new int[sources.count()];
    int[] lowest = new int[sources.count()];
    int[] certain = new int[sources.count()];
    for (int port : ports) {
      Around around = books.get(port).around(reading.receivedAt());
      for (int source = sources.first()[port]; source < sources.first()[port + 1]; source++) {
        int drawn = smallest(around, sources.lines().get(source));
        lowest[source] = drawn;
        least[source] = around.holds() ? drawn : 0;
        certain[source] = around.isCertain() ? drawn : 0;
      }
    }
    return new Moment(reading, new Flows(least), new Flows(lowest), new Flows(certain));
  }

  /** By the last sample until then. */
  Flows sampledAt(Instant then) {
    return flows(then, (_, drawn) -> drawn);
  }

  /** The most likely, or the most where a raise is under way. */
  Flows likelyAt(Instant then) {
    return flows(then, EvseBook::likely);
  }

  /** The most likely, but no more than a limit it had the time to follow. */
  Flows ifTheyFollowAt(Instant then) {
    return flows(then, (book, drawn) -> book.ifItFollows(drawn, then));
  }

  /** What is made of a sample. */
  private interface Judgement {
    int of(EvseBook book, int sampled);
  }

  private Flows flows(Instant then, Judgement judgement) {
    int[] milliamps = new int[sources.count()];
    for (int port : ports) {
      EvseBook book = books.get(port);
      Around around = book.around(then);
      for (int source = sources.first()[port]; source < sources.first()[port + 1]; source++) {
        milliamps[source] = judgement.of(book, largest(around, sources.lines().get(source)));
      }
    }
    return new Flows(milliamps);
  }

  private static int smallest(Around around, List<Phase> lines) {
    int smallest = around.lowest(lines.getFirst());
    for (int line = 1; line < lines.size(); line++) {
      smallest = Math.min(smallest, around.lowest(lines.get(line)));
    }
    return smallest;
  }

  private static int largest(Around around, List<Phase> lines) {
    int largest = around.likely(lines.getFirst());
    for (int line = 1; line < lines.size(); line++) {
      largest = Math.max(largest, around.likely(lines.get(line)));
    }
    return largest;
  }
}
