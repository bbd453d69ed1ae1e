package dev.headroom.ingest.reading;

import dev.headroom.core.electrical.Phase;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The end of a SenML name that we understand: {@code i/L1}, {@code v/L2}, {@code p/L3}, seq. */
sealed interface SampleName {

  Pattern MEASURED = Pattern.compile("(.*[:./_-])?([ivp])/(L[123])");
  Pattern COUNTER = Pattern.compile("(.*[:./_-])?seq");

  /** What stands before it; the same for all of a meter's names. */
  String prefix();

  record Measured(String prefix, Quantity quantity, Phase phase) implements SampleName {}

  record Sequence(String prefix) implements SampleName {}

  /** Empty for names of other things, which a meter may send along. */
  static Optional<SampleName> of(String name) {
    Matcher measured = MEASURED.matcher(name);
    if (measured.matches()) {
      return Optional.of(
          new Measured(
              name.substring(0, measured.start(2)),
              quantity(measured.group(2)),
              Phase.valueOf(measured.group(3))));
    }
    return COUNTER.matcher(name).matches()
        ? Optional.of(new Sequence(name.substring(0, name.length() - "seq".length())))
        : Optional.empty();
  }

  private static Quantity quantity(String symbol) {
    for (Quantity quantity : Quantity.values()) {
      if (quantity.symbol().equals(symbol)) {
        return quantity;
      }
    }
    throw new IllegalStateException("no quantity has the symbol " + symbol);
  }
}
