package dev.headroom.actors.vehicle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a vehicle's charger has gone to sleep in a pause. It does not notice that current is
 * offered again; it notices when that is taken away once more and comes back, and looks by itself
 * some time after the pause began.
 */
final class Sleep {

  /** After so long it looks by itself whether there is current. */
  static final Duration LOOKS_AFTER = Duration.ofMinutes(10);

  private final AfterPause afterPause;
  private Optional<Instant> since = Optional.empty();
  private boolean offeredMeanwhile;
  private boolean stirred;

  Sleep(AfterPause afterPause) {
    this.afterPause = afterPause;
  }

  /** The pilot changed. */
  void pilot(int beforeMilliamps, int milliamps, Instant now) {
    if (afterPause == AfterPause.CHARGES) {
      return;
    }
    if (milliamps > 0) {
      offer();
    } else if (beforeMilliamps > 0) {
      pause(now);
    }
  }

  private void offer() {
    if (stirred) {
      since = Optional.empty();
    }
    stirred = false;
    offeredMeanwhile = true;
  }

  private void pause(Instant now) {
    if (isAsleep(now)) {
      stirred = offeredMeanwhile;
    } else {
      since = Optional.of(now);
      stirred = false;
    }
    offeredMeanwhile = false;
  }

  boolean isAsleep(Instant now) {
    return since.filter(began -> began.plus(LOOKS_AFTER).isAfter(now)).isPresent();
  }
}
