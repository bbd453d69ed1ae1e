package dev.headroom.contract.site;

import dev.headroom.core.site.Control;
import dev.headroom.core.site.Control.Fallback;
import dev.headroom.core.site.Control.Mode;
import dev.headroom.core.site.DemandCap;
import java.time.Duration;
import java.util.Optional;

/** How a site is controlled, as written under {@code spec.control}. */
final class ControlBinder {

  static final Control DEFAULT =
      new Control(Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY);

  private ControlBinder() {}

  static Optional<Control> control(Fields fields) {
    Mode mode = fields.choice("mode", "mode", Mode.class, DEFAULT.mode());
    Fallback fallback = fields.choice("fallback", "fallback", Fallback.class, DEFAULT.fallback());
    checkAcknowledged(fields, fallback);
    Duration staleAfter = duration(fields, "staleAfter", DEFAULT.staleAfter());
    Duration raiseDelay = duration(fields, "raiseDelay", DEFAULT.raiseDelay());
    Optional<DemandCap> cap =
        fields.optional("demandCap").flatMap(it -> demandCap(fields.mapping("demandCap", it)));
    return fields.built(() -> new Control(mode, fallback, staleAfter, raiseDelay, cap));
  }

  /** Chargers that take their maximum unattended are somebody's decision, and it has a name. */
  private static void checkAcknowledged(Fields fields, Fallback fallback) {
    boolean acknowledged = fields.textIfAny("openAcknowledgedBy", "name, date").isPresent();
    if (fallback == Fallback.OPEN && !acknowledged) {
      fields.error(
          "fallback",
          "'open' lets chargers take their rated maximum unattended; nobody acknowledged it",
          "add openAcknowledgedBy: who decided it and when; or write fallback: minimum");
    }
  }

  private static Optional<DemandCap> demandCap(Fields fields) {
    int watts =
        fields
            .required("kilowatts", "100")
            .map(it -> fields.scaled("kilowatts", it, 3, "100"))
            .orElse(0);
    fields.within("kilowatts", watts, 1, 100_000_000, 3);
    Duration window = duration(fields, "window", Duration.ofMinutes(15));
    return fields.built(() -> new DemandCap(watts, window));
  }

  private static Duration duration(Fields fields, String key, Duration otherwise) {
    String example = DurationNotation.format(otherwise);
    return fields
        .textIfAny(key, example)
        .filter(text -> !text.isEmpty())
        .flatMap(
            text ->
                fields.parsed(key, text, DurationNotation::parse, "write " + key + ": " + example))
        .orElse(otherwise);
  }
}
