package dev.headroom.simulator.ocpp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.charger.Connector;
import dev.headroom.core.electrical.Wiring;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** What a connector's own meter shows, as MeterValues.req (OCPP 1.6 §6.31). */
final class MeterValuesWriter {

  private final Configuration configuration;

  MeterValuesWriter(Configuration configuration) {
    this.configuration = configuration;
  }

  ObjectNode request(int number, Connector connector, Instant now, String context) {
    ObjectNode request = Json.object().put("connectorId", number);
    connector.transaction().ifPresent(transaction -> putIfKnown(request, transaction.id()));
    ObjectNode value = request.putArray("meterValue").addObject();
    value.put("timestamp", now.toString());
    ArrayNode samples = value.putArray("sampledValue");
    if (configuration.samples("Current.Import")) {
      currents(samples, connector, context);
    }
    if (configuration.samples("Voltage")) {
      for (String across : across(connector.evse().wiring())) {
        sample(samples, context, "Voltage", Integer.toString(volts(connector)), "V")
            .put("phase", across);
      }
    }
    if (configuration.samples("Power.Active.Import")) {
      sample(samples, context, "Power.Active.Import", Long.toString(connector.watts()), "W");
    }
    if (configuration.samples("Energy.Active.Import.Register")) {
      String register = Long.toString(connector.energyWattHours());
      sample(samples, context, "Energy.Active.Import.Register", register, "Wh");
    }
    if (configuration.samples("Current.Offered")) {
      String offered = amperes(connector.offeredMilliamps());
      sample(samples, context, "Current.Offered", offered, "A");
    }
    return request;
  }

  private static void putIfKnown(ObjectNode request, OptionalInt id) {
    id.ifPresent(known -> request.put("transactionId", known));
  }

  /** On each of the charger's own terminals; one that the vehicle leaves alone carries nothing. */
  private static void currents(ArrayNode samples, Connector connector, String context) {
    int terminals = connector.evse().wiring().lines().size();
    boolean pair = connector.evse().wiring() instanceof Wiring.LineToLine;
    int loaded = pair ? 2 : connector.conductorsInUse();
    for (int terminal = 1; terminal <= terminals; terminal++) {
      String value = amperes(terminal <= loaded ? connector.drawMilliamps() : 0);
      sample(samples, context, "Current.Import", value, "A").put("phase", "L" + terminal);
    }
  }

  private static List<String> across(Wiring wiring) {
    return switch (wiring) {
      case Wiring.LineToNeutral single -> List.of("L1-N");
      case Wiring.LineToLine pair -> List.of("L1-L2");
      case Wiring.ThreePhase all -> List.of("L1-N", "L2-N", "L3-N");
    };
  }

  private static int volts(Connector connector) {
    return connector.evse().wiring() instanceof Wiring.LineToLine
        ? connector.supply().lineToLineVolts()
        : connector.supply().lineToNeutralVolts();
  }

  private static ObjectNode sample(
      ArrayNode samples, String context, String measurand, String value, String unit) {
    return samples
        .addObject()
        .put("value", value)
        .put("context", context)
        .put("format", "Raw")
        .put("measurand", measurand)
        .put("location", "Outlet")
        .put("unit", unit);
  }

  private static String amperes(int milliamps) {
    return BigDecimal.valueOf(milliamps, 3).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
