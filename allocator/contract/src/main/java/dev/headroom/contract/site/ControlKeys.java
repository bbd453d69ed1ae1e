package dev.headroom.contract.site;

import dev.headroom.contract.form.ChoiceKey;
import dev.headroom.contract.form.DurationKey;
import dev.headroom.contract.form.MappingKey;
import dev.headroom.contract.form.NumberKey;
import dev.headroom.contract.form.Shape;
import dev.headroom.contract.form.TextKey;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Control.Fallback;
import dev.headroom.core.site.Control.Mode;
import java.time.Duration;

/** The keys of {@code spec.control}. */
final class ControlKeys {

  static final ChoiceKey<Mode> MODE =
      new ChoiceKey<>(
          "mode",
          "static: no meter is followed, the worst-case base load counts always; dynamic: meters"
              + " are; demand-response: utilities' events too. An operator's ceilings bind always.",
          Mode.class,
          Mode.DEMAND_RESPONSE);

  static final ChoiceKey<Fallback> FALLBACK =
      new ChoiceKey<>(
          "fallback",
          "What an EVSE without a fallback of its own does when commands stop: charge at its"
              + " minimum, pause, or (open) charge at its rated maximum, which then counts.",
          Fallback.class,
          Fallback.MINIMUM);

  static final TextKey OPEN_ACKNOWLEDGED_BY =
      TextKey.any(
          "openAcknowledgedBy",
          "J. Doe, 2026-03-01",
          "Who decided on fallback: open, and when; mandatory with it.");

  static final DurationKey STALE_AFTER =
      new DurationKey("staleAfter", "Older readings are unknown; 1s to 60s.", Control.STALE_AFTER);

  static final DurationKey RAISE_DELAY =
      new DurationKey(
          "raiseDelay",
          "How long headroom lasts before it is given away; 0s to 2m.",
          Control.RAISE_DELAY);

  static final NumberKey KILOWATTS =
      NumberKey.kilowatts("kilowatts", "100", "The most the site may draw, base load included")
          .mandatory();

  static final DurationKey WINDOW =
      new DurationKey("window", "The tariff's demand window, 15m or 30m.", Duration.ofMinutes(15));

  static final MappingKey DEMAND_CAP =
      new MappingKey(
          "demandCap",
          false,
          "{kilowatts: 100}",
          "A cap for a demand charge; kept at every instant, which meets every window.",
          Shape.of(KILOWATTS, WINDOW));

  static final Shape SHAPE =
      Shape.of(MODE, FALLBACK, OPEN_ACKNOWLEDGED_BY, STALE_AFTER, RAISE_DELAY, DEMAND_CAP)
          .with(
              """
              {
                "if": {"properties": {"fallback": {"const": "open"}}, "required": ["fallback"]},
                "then": {"required": ["openAcknowledgedBy"]}
              }
              """);

  private ControlKeys() {}
}
