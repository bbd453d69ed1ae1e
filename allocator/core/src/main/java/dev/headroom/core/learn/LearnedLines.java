package dev.headroom.core.learn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * On which lines of a three-phase EVSE a vehicle turned out to draw nothing, so that others may
 * have the current there (design §6.7): it drew less than 0.5 A on them for {@link #LASTING} while
 * it drew 5 A or more on another, at a limit of 6 A or more.
 *
 * <p>This holds for one session on one connection. Any doubt counts all lines again at once: no
 * sample, or one older than {@link #SAMPLE_HOLDS}; a draw on a line that was thought unused; and a
 * limit below 6 A, since a vehicle may come out of a pause on other lines than it went in.
 *
 * @param of whom this is known; empty while nothing is
 * @param lines for each line since when it has been idle beside a line in use; none once in doubt
 */
public record LearnedLines(Optional<Of> of, List<Line> lines) {

  public static final LearnedLines NONE = new LearnedLines(Optional.empty(), List.of());

  /** A line must be idle for so long. */
  public static final Duration LASTING = Duration.ofSeconds(60);

  /** An older sample says nothing of now. */
  public static final Duration SAMPLE_HOLDS = Duration.ofSeconds(10);

  private static final int IDLE_BELOW_MILLIAMPS = 500;
  private static final int IN_USE_FROM_MILLIAMPS = 5000;
  private static final int CHARGES_FROM_MILLIAMPS = 6000;

  /** One vehicle on one connection. */
  public record Of(String session, long connection) {}

  /** What is known of a line. */
  public sealed interface Line {

    /** It may be used. */
    record Open() implements Line {}

    /** Idle since then, beside another that is in use. */
    record Idle(Instant since) implements Line {}

    /** Not used by this vehicle. */
    record Unused() implements Line {}
  }

  public LearnedLines {
    lines = List.copyOf(lines);
  }

  /**
   * The sources that its vehicle may load, as the bit mask of {@code Claims}; all of them where
   * nothing is known.
   */
  public int sources() {
    int sources = -1;
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line) instanceof Line.Unused) {
        sources &= ~(1 << line);
      }
    }
    return sources;
  }

  /** What follows from the last sample of this session; without one nothing is known. */
  public LearnedLines next(Optional<LineDraws> seen, Instant now) {
    return seen.filter(it -> it.limit() >= CHARGES_FROM_MILLIAMPS)
        .filter(it -> !it.at().plus(SAMPLE_HOLDS).isBefore(now))
        .map(it -> next(it, now))
        .orElse(NONE);
  }

  private LearnedLines next(LineDraws seen, Instant now) {
    Of vehicle = new Of(seen.session(), seen.connection());
    boolean same = of.equals(Optional.of(vehicle)) && lines.size() == seen.milliamps().size();
    boolean beside = seen.milliamps().stream().anyMatch(it -> it >= IN_USE_FROM_MILLIAMPS);
    boolean doubt = false;
    List<Line> next = new ArrayList<>();
    for (int line = 0; line < seen.milliamps().size(); line++) {
      Line before = same ? lines.get(line) : new Line.Open();
      boolean idle = seen.milliamps().get(line) < IDLE_BELOW_MILLIAMPS;
      doubt |= before instanceof Line.Unused && !idle;
      next.add(next(before, idle, beside, now));
    }
    return doubt ? NONE : new LearnedLines(Optional.of(vehicle), next);
  }

  private static Line next(Line before, boolean idle, boolean beside, Instant now) {
    return switch (before) {
      case Line.Unused unused -> unused;
      case Line.Open _ -> idle && beside ? new Line.Idle(now) : before;
      case Line.Idle(Instant since) -> {
        Line waited = now.isBefore(since.plus(LASTING)) ? before : new Line.Unused();
        yield idle && beside ? waited : new Line.Open();
      }
    };
  }
}
