package dev.headroom.gateway.core.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How an EVSE takes a limit of 0, and how it comes back from one. */
final class Pause {

  /** Vehicles take some seconds to begin after their pilot is back. */
  private static final Duration TO_BEGIN = Duration.ofSeconds(30);

  /** Less than this on its fullest line is what a charger itself needs. */
  private static final int NOTHING_MILLIAMPS = 1000;

  private final int leastMilliamps;
  private final boolean modelTakesZero;
  private final boolean wakesByRewrite;
  private boolean takesZero;
  private Optional<Instant> wakeAt = Optional.empty();

  Pause(int leastMilliamps, boolean modelTakesZero, boolean wakesByRewrite) {
    this.leastMilliamps = leastMilliamps;
    this.modelTakesZero = modelTakesZero;
    this.wakesByRewrite = wakesByRewrite;
    this.takesZero = modelTakesZero;
  }

  /** Whatever it refused before, it may take now. */
  void booted() {
    takesZero = modelTakesZero;
    wakeAt = Optional.empty();
  }

  /** It refused a limit of 0 as often as it was asked. */
  void isRefused() {
    takesZero = false;
  }

  /** What to ask for where this limit is wanted: the least it takes, though never as a raise. */
  int takenFor(int limitMilliamps, InForce inForce) {
    return limitMilliamps > 0 || takesZero
        ? limitMilliamps
        : Math.min(leastMilliamps, inForce.mostMilliamps());
  }

  /** A limit was accepted. */
  void accepted(int beforeMilliamps, int limitMilliamps, Instant settledAt) {
    if (wakesByRewrite && beforeMilliamps == 0 && limitMilliamps > 0) {
      wakeAt = Optional.of(settledAt.plus(TO_BEGIN));
    } else if (limitMilliamps == 0) {
      wakeAt = Optional.empty();
    }
  }

  void measured(int largestMilliamps) {
    if (largestMilliamps >= NOTHING_MILLIAMPS) {
      wakeAt = Optional.empty();
    }
  }

  /** Whether nothing flows yet although it may; true once for each pause. */
  boolean isToBeWoken(Instant now) {
    boolean due = wakeAt.filter(at -> !now.isBefore(at)).isPresent();
    if (due) {
      wakeAt = Optional.empty();
    }
    return due;
  }
}
