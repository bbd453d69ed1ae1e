package dev.headroom.simulator.ocpp.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.charger.LimitFrom;
import dev.headroom.actors.profile.RateUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** The periods of a composite schedule, which both versions write alike. */
public final class CompositePeriods {

  private CompositePeriods() {}

  /** Writes what an EVSE's limits will be, floored to one decimal. */
  public static void write(
      ArrayNode periods, ChargingStation station, int evse, Duration ahead, RateUnit unit) {
    Connector connector = station.connector(evse);
    for (LimitFrom limit : station.compositeSchedule(evse, ahead)) {
      periods
          .addObject()
          .put("startPeriod", limit.startSeconds())
          .put(
              "limit",
              BigDecimal.valueOf(thousandths(limit, unit, connector), 3)
                  .setScale(1, RoundingMode.FLOOR));
    }
  }

  private static long thousandths(LimitFrom limit, RateUnit unit, Connector connector) {
    return switch (unit) {
      case A -> limit.limitMilliamps();
      case W -> connector.watts(limit.limitMilliamps()) * 1000;
    };
  }
}
