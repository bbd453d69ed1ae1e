package dev.headroom.cli.chaos;

import dev.headroom.world.chronicle.Clock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time since a run began as chronicles say it: {@code 1:02:03.5}. */
final class Elapsed implements ITypeConverter<Duration> {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,4}):([0-5]\\d)(?::([0-5]\\d(?:\\.\\d{1,3})?))?");

  @Override
  public Duration convert(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no time since the run began, such as 1:02:03");
    }
    String seconds = parts.group(3) == null ? "0" : parts.group(3);
    return Duration.ofHours(Long.parseLong(parts.group(1)))
        .plusMinutes(Long.parseLong(parts.group(2)))
        .plusMillis(new BigDecimal(seconds).movePointRight(3).longValue());
  }

  /** So that it reads back the same. */
  static String words(Duration since) {
    return Clock.words(since);
  }
}
