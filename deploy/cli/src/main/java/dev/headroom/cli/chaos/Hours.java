package dev.headroom.cli.chaos;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads hours such as {@code 4} or {@code 0.5}, to the second. */
final class Hours implements ITypeConverter<Duration> {

  private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);
  private static final Duration MOST = Duration.ofDays(366);

  @Override
  public Duration convert(String text) {
    try {
      BigDecimal seconds = new BigDecimal(text).multiply(SECONDS);
      long rounded = seconds.setScale(0, RoundingMode.HALF_UP).longValueExact();
      if (rounded > 0 && rounded <= MOST.toSeconds()) {
        return Duration.ofSeconds(rounded);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is no number of hours such as 4 or 0.5");
    }
    throw new TypeConversionException(
        "hours lie above 0 and up to %d, not at %s".formatted(MOST.toHours(), text));
  }

  /** So that it reads back the same. */
  static String words(Duration hours) {
    return BigDecimal.valueOf(hours.toSeconds())
        .divide(SECONDS, 5, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
