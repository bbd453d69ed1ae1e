package dev.headroom.world.station;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.world.fault.Fault;
import java.time.Duration;
import java.time.Instant;

/** Where a charger does otherwise than it is told: its quirks, and faults while they are on. */
final class Temper {

  private static final int HOUR_SECONDS = 3600;

  private final ChargingStation charger;
  private final StationSpec spec;
  private int disobedient;
  private Duration clockError = Duration.ZERO;

  Temper(ChargingStation charger, StationSpec spec) {
    this.charger = charger;
    this.spec = spec;
    charger.behave(spec.manner());
    charger.disobey(spec.has(Quirk.IGNORES_LIMITS));
  }

  /** What its own clock shows. */
  Instant clock(Instant now) {
    return now.plus(clockError);
  }

  void linkLost() {
    if (spec.has(Quirk.DROPS_PROFILES_ON_LINK_LOSS)) {
      charger.forgetProfiles();
    }
  }

  void powerLost() {
    charger.reboot();
    if (spec.has(Quirk.LOSES_PROFILES_ON_REBOOT)) {
      charger.forgetProfiles();
    }
  }

  void disobeys() {
    disobedient++;
    charger.disobey(true);
  }

  void obeysAgain() {
    disobedient--;
    charger.disobey(disobedient > 0 || spec.has(Quirk.IGNORES_LIMITS));
  }

  /** It does not take the time that it is told at boot, or with each heartbeat. */
  void clockIsOff(Fault fault) {
    setClock(clockError.plus(aheadBy(fault)));
  }

  void clockIsRight(Fault fault) {
    setClock(clockError.minus(aheadBy(fault)));
  }

  private void setClock(Duration ahead) {
    clockError = ahead;
    charger.setClockError(ahead);
  }

  private static Duration aheadBy(Fault fault) {
    return Duration.ofSeconds(Math.round((2 * fault.size() - 1) * HOUR_SECONDS));
  }
}
