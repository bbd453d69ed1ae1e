package dev.headroom.contract.site;

import dev.headroom.contract.form.Fields;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Control.Fallback;
import dev.headroom.core.site.Control.Mode;
import dev.headroom.core.site.DemandCap;
import dev.headroom.core.site.DemandCap.Windows;
import dev.headroom.core.site.Pace;
import dev.headroom.core.site.Sharing;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How a site is controlled, as written under {@code spec.control}. */
final class ControlBinder {

  static final Control DEFAULT =
      new Control(Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY);

  private ControlBinder() {}

  static Optional<Control> control(Fields fields) {
    Mode mode = fields.choice(ControlKeys.MODE);
    Fallback fallback = fields.choice(ControlKeys.FALLBACK);
    checkAcknowledged(fields, fallback);
    Duration staleAfter = fields.duration(ControlKeys.STALE_AFTER);
    Duration raiseDelay = fields.duration(ControlKeys.RAISE_DELAY);
    Optional<DemandCap> cap =
        fields.mapping(ControlKeys.DEMAND_CAP).flatMap(ControlBinder::demandCap);
    Sharing sharing = SharingBinder.sharing(fields);
    Duration dwell = fields.duration(ControlKeys.DWELL);
    Duration staggered = fields.duration(ControlKeys.STAGGERED_START);
    return fields.built(
        () ->
            new Control(
                mode, fallback, staleAfter, raiseDelay, cap, sharing, new Pace(dwell, staggered)));
  }

  /** Chargers that take their maximum unattended are somebody's decision, and it has a name. */
  private static void checkAcknowledged(Fields fields, Fallback fallback) {
    boolean acknowledged = fields.textIfAny(ControlKeys.OPEN_ACKNOWLEDGED_BY).isPresent();
    if (fallback == Fallback.OPEN && !acknowledged) {
      fields.error(
          ControlKeys.FALLBACK,
          "'open' lets chargers take their rated maximum unattended; nobody acknowledged it",
          "add openAcknowledgedBy: who decided it and when; or write fallback: minimum");
    }
  }

  private static Optional<DemandCap> demandCap(Fields fields) {
    int watts = fields.number(ControlKeys.KILOWATTS);
    Duration window = fields.duration(ControlKeys.WINDOW);
    Windows windows = fields.choice(ControlKeys.WINDOWS);
    OptionalInt burst = fields.numberIfAny(ControlKeys.BURST);
    if (watts > 0 && burst.isPresent()) {
      fields.within(ControlKeys.BURST.within(watts, ControlKeys.BURST.most()), burst.getAsInt());
    }
    return fields.built(() -> new DemandCap(watts, window, windows, burst.orElse(watts)));
  }
}
