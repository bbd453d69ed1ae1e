package dev.headroom.simulator.ocpp.v201;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.simulator.ocpp.session.OutletMeter;
import dev.headroom.simulator.ocpp.session.Sample;
import dev.headroom.simulator.ocpp.session.SampleContext;
import dev.headroom.simulator.ocpp.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an EVSE's meter shows, as MeterValueType. */
final class MeterWords {

  private final ChargingStation station;
  private final DeviceModel variables;

  MeterWords(ChargingStation station, DeviceModel variables) {
    this.station = station;
    this.variables = variables;
  }

  /** Empty where the variables ask for nothing, or for nothing that the meter knows. */
  Optional<ObjectNode> read(int evse, Instant now, SampleContext context) {
    List<Sample> samples =
        OutletMeter.read(station.connector(evse), station.telling(), measurands(context));
    if (samples.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode value = Json.object().put("timestamp", now.toString());
    ArrayNode sampled = value.putArray("sampledValue");
    for (Sample each : samples) {
      ObjectNode sample =
          sampled
              .addObject()
              .put("value", each.value())
              .put("context", context.ocppName())
              .put("measurand", each.measurand())
              .put("location", "Outlet");
      each.phase().ifPresent(phase -> sample.put("phase", phase));
      sample.putObject("unitOfMeasure").put("unit", each.unit());
    }
    return Optional.of(value);
  }

  private Set<String> measurands(SampleContext context) {
    return switch (context) {
      case BEGIN -> variables.startedMeasurands();
      case PERIODIC, TRIGGER -> variables.updatedMeasurands();
      case END -> variables.endedMeasurands();
    };
  }
}
