package dev.headroom.world.chronicle;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Instants of a run as hours, minutes and seconds since it began, such as {@code 1:02:03.5}. */
public final class Clock {

  private Clock() {}

  public static String since(Instant start, Instant now) {
    return words(Duration.between(start, now));
  }

  /** To a tenth of a second. */
  public static String words(Duration since) {
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d.%d",
        since.toHours(),
        since.toMinutesPart(),
        since.toSecondsPart(),
        since.toMillisPart() / 100);
  }
}
