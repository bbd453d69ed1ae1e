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
   * @param least at least, whenever between its own clock's word and our receipt it was measured;
   *     nothing if unknown (S3)
   * @param lowest by the lower of the samples around, however old, or a limit accepted since
   * @param certain if they drew steadily between two samples
   */
  record Moment(MeterReading reading, Flows least, Flows lowest, Flows certain) {}

  /** The least they can have drawn, in each way of judging that. */
  Moment moment(MeterReading reading) {
    return moment(reading, Instant.MIN);
  }

  /**
   * The same of the last reading of a window. A sample from before the window counts for nothing
   * here: should its charger have lost power just after it, no reading of the window would still
   * show what it drew.
   *
   * @param first when the first reading of the window came
   */
  Moment latest(MeterReading reading, Instant first) {
    return moment(reading, first);
  }

  private Moment moment(MeterReading reading, Instant notBefore) {
    int[] least = new int[sources.count()];
    int[] lowest = new int[sources.count()];
    int[] certain = new int[sources.count()];
    for (int port : ports) {
      Around around = books.get(port).around(reading.receivedAt());
      for (int source = sources.first()[port]; source < sources.first()[port + 1]; source++) {
        List<Phase> lines = sources.lines().get(source);
        int drawn = smallest(around, lines);
        lowest[source] =
            around.isOpen() ? books.get(port).mayHaveFallen(drawn, reading.receivedAt()) : drawn;
        least[source] = around.isBefore(notBefore) ? 0 : least(books.get(port), lines, reading);
        certain[source] = around.isCertain() ? drawn : 0;
      }
    }
    return new Moment(reading, new Flows(least), new Flows(lowest), new Flows(certain));
  }

  /** By the last sample until then. */
  Flows sampledAt(Instant then) {
    return flows(then, Around::likely, (_, _, drawn) -> drawn);
  }

  /** Up to the higher of the samples around, or to where it may have risen since the last. */
  Flows likelyAt(Instant then) {
    return flows(
        then,
        Around::highest,
        (book, around, drawn) -> around.isOpen() ? book.mayHaveRisen(drawn) : drawn);
  }

  /** The most likely, but no more than a limit it had the time to follow. */
  Flows ifTheyFollowAt(Instant then) {
    return flows(then, Around::likely, (book, _, drawn) -> book.ifItFollows(drawn, then));
  }

  /** What of the samples around counts, on one line. */
  private interface OnLine {
    int of(Around around, Phase line);
  }

  /** What is made of a sample. */
  private interface Judgement {
    int of(EvseBook book, Around around, int sampled);
  }

  private Flows flows(Instant then, OnLine sample, Judgement judgement) {
    int[] milliamps = new int[sources.count()];
    for (int port : ports) {
      EvseBook book = books.get(port);
      Around around = book.around(then);
      for (int source = sources.first()[port]; source < sources.first()[port + 1]; source++) {
        milliamps[source] =
            judgement.of(book, around, largest(around, sample, sources.lines().get(source)));
      }
    }
    return new Flows(milliamps);
  }

  /** A reading may have come late, or its meter's clock be behind: nobody can tell which. */
  private static int least(EvseBook book, List<Phase> lines, MeterReading reading) {
    int least = Integer.MAX_VALUE;
    for (Phase line : lines) {
      least = Math.min(least, book.least(line, reading.measuredAt(), reading.receivedAt()));
    }
    return least;
  }

  private static int smallest(Around around, List<Phase> lines) {
    int smallest = around.lowest(lines.getFirst());
    for (int line = 1; line < lines.size(); line++) {
      smallest = Math.min(smallest, around.lowest(lines.get(line)));
    }
    return smallest;
  }

  private static int largest(Around around, OnLine sample, List<Phase> lines) {
    int largest = sample.of(around, lines.getFirst());
    for (int line = 1; line < lines.size(); line++) {
      largest = Math.max(largest, sample.of(around, lines.get(line)));
    }
    return largest;
  }
}
