package dev.headroom.contract.form;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 5s}, {@code 10m}, {@code 2h}. */
final class DurationNotation {

  static final String FORM = "([0-9]{1,6})(ms|s|m|h)";

  private static final Pattern NOTATION = Pattern.compile(FORM);

  private DurationNotation() {}

  /** The notation of whole seconds that {@link #parse} reads back, such as {@code 15m}. */
  static String format(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /**
   * The duration written so.
   *
   * @throws IllegalArgumentException saying how one is written
   */
  static Duration parse(String text) {
    Matcher matcher = NOTATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no duration such as 5s, 500ms or 10m");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }
}
