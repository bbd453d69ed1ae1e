package dev.headroom.world.oracle;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** S5 and S6 at the chargers: what they offer, and that they fall back by themselves. */
final class ChargerJudge implements Judge {

  private static final Duration ON_THE_WAY = Duration.ofSeconds(2);

  @Override
  public void look(Sight sight, Consumer<Violation> found) {
    boolean abandoned = gatewayLongDead(sight);
    for (ChargingStation station : sight.physical().stations()) {
      for (Connector connector : station.connectors()) {
        judge(connector, abandoned, sight, found);
      }
    }
  }

  private static void judge(
      Connector connector, boolean abandoned, Sight sight, Consumer<Violation> found) {
    int offered = connector.offeredMilliamps();
    String what = "%s offers %d mA".formatted(connector.evse().name(), offered);
    if (offered > 0 && offered < connector.evse().minimumMilliamps()) {
      found.accept(new Violation(Rule.S6, sight.now(), what));
    }
    if (abandoned && offered > connector.evse().fallbackMilliamps()) {
      found.accept(new Violation(Rule.S5, sight.now(), what));
    }
  }

  private static boolean gatewayLongDead(Sight sight) {
    Instant now = sight.now();
    Duration tail = sight.longestTail().plus(ON_THE_WAY);
    for (Fault fault : sight.faults().all()) {
      if (fault.kind() == FaultKind.GATEWAY_DEAD
          && fault.isOn(now)
          && fault.start().plus(tail).isBefore(now)) {
        return true;
      }
    }
    return false;
  }
}
