package dev.headroom.contract.site;

import dev.headroom.core.site.Control;
import dev.headroom.core.site.Control.Fallback;
import java.time.Duration;
import java.util.Optional;

/** How a site is controlled, as written under {@code spec.control}. */
final class ControlBinder {

  static final Control DEFAULT =
      new Control(Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY);

  private ControlBinder() {}

  static Optional<Control> control(Fields fields) {
    fields
        .textIfAny("mode", "dynamic")
        .filter(mode -> !mode.isEmpty())
        .ifPresent(mode -> requireDynamic(fields, mode));
    Fallback fallback =
        fields
            .textIfAny("fallback", "minimum")
            .filter(text -> !text.isEmpty())
            .flatMap(text -> fallback(fields, text))
            .orElse(DEFAULT.fallback());
    Duration staleAfter = duration(fields, "staleAfter", DEFAULT.staleAfter());
    Duration raiseDelay = duration(fields, "raiseDelay", DEFAULT.raiseDelay());
    return fields.built(() -> new Control(fallback, staleAfter, raiseDelay));
  }

  private static void requireDynamic(Fields fields, String mode) {
    switch (mode) {
      case "dynamic" -> {}
      case "static", "demand-response" ->
          fields.error("mode", "'" + mode + "' is not supported yet", "write mode: dynamic");
      default -> fields.error("mode", "'" + mode + "' is no mode", "write mode: dynamic");
    }
  }

  private static Optional<Fallback> fallback(Fields fields, String text) {
    return switch (text) {
      case "minimum" -> Optional.of(Fallback.MINIMUM);
      case "pause" -> Optional.of(Fallback.PAUSE);
      case "open" -> {
        fields.error(
            "fallback",
            "'open' would let chargers take their maximum unattended and is not supported yet",
            "write fallback: minimum or fallback: pause");
        yield Optional.empty();
      }
      default -> {
        fields.error(
            "fallback",
            "'" + text + "' is no fallback",
            "write fallback: minimum or fallback: pause");
        yield Optional.empty();
      }
    };
  }

  private static Duration duration(Fields fields, String key, Duration otherwise) {
    String example = otherwise.toSeconds() + "s";
    return fields
        .textIfAny(key, example)
        .filter(text -> !text.isEmpty())
        .flatMap(
            text ->
                fields.parsed(key, text, DurationNotation::parse, "write " + key + ": " + example))
        .orElse(otherwise);
  }
}
