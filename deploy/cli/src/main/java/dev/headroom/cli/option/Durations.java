package dev.headroom.cli.option;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 90s}, {@code 10m}, {@code 2h} and ISO 8601 ({@code PT10M}). */
public final class Durations implements ITypeConverter<Duration> {
  private static final Pattern SHORT = Pattern.compile("\\d+[smh]");

  @Override
  public Duration convert(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    try {
      return Duration.parse(SHORT.matcher(text).matches() ? "PT" + upper : upper);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is no length of time such as 90s or 10m");
    }
  }
}
