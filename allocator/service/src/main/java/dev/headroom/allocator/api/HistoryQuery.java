package dev.headroom.allocator.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** From when to when, and how close together; both ends count. */
record HistoryQuery(Instant from, Instant to, int stepSeconds) {

  static final int DEFAULT_STEP = 5;
  static final int MOST_MOMENTS = 901;
  private static final Duration KEPT = Duration.ofMinutes(15);

  /**
   * As the request says.
   *
   * @param since where it begins if the request does not say
   * @throws ProblemException if that cannot be understood, or is too much
   */
  static HistoryQuery of(
      @Nullable String from,
      @Nullable String to,
      @Nullable String step,
      Instant since,
      Instant now) {
    Instant end = to == null ? now : instant("to", to);
    Instant beginning = from == null ? earlier(since, end) : instant("from", from);
    int seconds = step == null ? DEFAULT_STEP : seconds(step);
    if (beginning.isAfter(end)) {
      throw ProblemException.malformed("'from' is after 'to'");
    }
    if (Duration.between(beginning, end).toSeconds() / seconds >= MOST_MOMENTS) {
      throw ProblemException.malformed(
          "that is more than %d entries: ask for less time or a longer step"
              .formatted(MOST_MOMENTS));
    }
    return new HistoryQuery(beginning, end, seconds);
  }

  private static Instant earlier(Instant since, Instant end) {
    Instant earliest = end.minus(KEPT);
    Instant from = since.isBefore(earliest) ? earliest : since;
    return from.isAfter(end) ? end : from;
  }

  private static Instant instant(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.malformed(
          "'%s' is a moment such as 2026-06-01T12:00:00Z, not '%s'".formatted(name, text));
    }
  }

  private static int seconds(String text) {
    if (!text.matches("[1-9][0-9]{0,2}")) {
      throw ProblemException.malformed(
          "'step' is a whole number of seconds from 1 to 999, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  Instant[] moments() {
    long count = Duration.between(from, to).toSeconds() / stepSeconds + 1;
    return IntStream.range(0, (int) count)
        .mapToObj(number -> from.plusSeconds((long) number * stepSeconds))
        .toArray(Instant[]::new);
  }
}
