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
        judge(station, connector, abandoned, sight, found);
      }
    }
  }

  private static void judge(
      ChargingStation station,
      Connector connector,
      boolean abandoned,
      Sight sight,
      Consumer<Violation> found) {
    int asked = asked(station, connector, sight.now());
    if (asked > 0 && asked < least(connector)) {
      found.accept(new Violation(Rule.S6, sight.now(), words(connector, asked)));
    }
    int offered = connector.offeredMilliamps();
    if (abandoned
        && offered > connector.evse().fallbackMilliamps()
        && !sight.keepsNoSchedule(station.id())) {
      found.accept(new Violation(Rule.S5, sight.now(), words(connector, offered)));
    }
  }

  private static String words(Connector connector, int milliamps) {
    return "%s offers %d mA".formatted(connector.evse().name(), milliamps);
  }

  /** A DC charger gives nothing below its minimum by itself: so what it is limited to counts. */
  private static int asked(ChargingStation station, Connector connector, Instant now) {
    return connector.isDc()
        ? station.limitMilliamps(connector.evse().address().evseId(), now)
        : connector.offeredMilliamps();
  }

  /** Of a DC charger at the voltage that is there: its definition reckons with the lowest. */
  private static int least(Connector connector) {
    return connector.isDc() ? connector.floorMilliamps() : connector.evse().minimumMilliamps();
  }

  private static boolean gatewayLongDead(Sight sight) {
    Instant now = sight.now();
    Duration tail = sight.longestTail().plus(ON_THE_WAY);
    for (Fault fault : sight.felt()) {
      if (fault.kind() == FaultKind.GATEWAY_DEAD
          && fault.isOn(now)
          && fault.start().plus(tail).isBefore(now)) {
        return true;
      }
    }
    return false;
  }
}
