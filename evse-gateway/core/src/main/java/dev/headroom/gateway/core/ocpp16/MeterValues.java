package dev.headroom.gateway.core.ocpp16;

import java.util.List;
import java.util.OptionalInt;

/** Samples of a connector's meter; OCPP 1.6 §4.7. */
public sealed interface MeterValues {

  record Req(int connectorId, OptionalInt transactionId, List<MeterValue> meterValue)
      implements MeterValues, FromStation {
    public Req {
      meterValue = List.copyOf(meterValue);
    }

    @Override
    public Action action() {
      return Action.METER_VALUES;
    }
  }

  record Conf() implements MeterValues, Answer {}
}
