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
import dev.headroom.core.site.DemandCap.Windows;
import dev.headroom.core.site.Pace;
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

  static final ChoiceKey<Windows> WINDOWS =
      new ChoiceKey<>(
          "windows",
          "Which windows the tariff looks at. block: one after the other, on the quarters or halves"
              + " of the hour, UTC; sliding: any.",
          Windows.class,
          Windows.BLOCK);

  static final NumberKey BURST =
      NumberKey.kilowatts(
          "burstKilowatts",
          "120",
          "The most it may draw at any instant while its average over a window stays within the"
              + " cap; the cap itself unless given, which meets every window");

  static final MappingKey DEMAND_CAP =
      new MappingKey(
          "demandCap",
          false,
          "{kilowatts: 100}",
          "A cap for a demand charge, on average over the tariff's window; kept at every instant"
              + " unless burstKilowatts lies above it.",
          Shape.of(KILOWATTS, WINDOW, WINDOWS, BURST));

  static final DurationKey DWELL =
      new DurationKey(
          "dwell",
          "How long a vehicle's turn lasts at least where minimums do not all fit; 1m to 4h.",
          Pace.DWELL);

  static final DurationKey STAGGERED_START =
      new DurationKey(
          "staggeredStart",
          "Over how long EVSEs start one after the other after an outage; 0s to 10m, 0s: at once.",
          Pace.STAGGERED_START);

  static final Shape SHAPE =
      Shape.of(
              MODE,
              FALLBACK,
              OPEN_ACKNOWLEDGED_BY,
              STALE_AFTER,
              RAISE_DELAY,
              DEMAND_CAP,
              SharingKeys.STRATEGY,
              SharingKeys.TENANT_WEIGHTS,
              SharingKeys.SUMS,
              DWELL,
              STAGGERED_START)
          .with(
              """
              {
                "if": {"properties": {"fallback": {"const": "open"}}, "required": ["fallback"]},
                "then": {"required": ["openAcknowledgedBy"]}
              }
              """);

  private ControlKeys() {}
}
