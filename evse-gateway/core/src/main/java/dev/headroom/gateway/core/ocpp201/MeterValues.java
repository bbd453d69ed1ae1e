package dev.headroom.gateway.core.ocpp201;

import java.util.List;

/** Samples of an EVSE's meter outside of transactions; OCPP 2.0.1 J01. */
public sealed interface MeterValues {

  record Req(int evseId, List<MeterValue> meterValue) implements MeterValues, FromStation {
    public Req {
      meterValue = List.copyOf(meterValue);
    }

    @Override
    public Action action() {
      return Action.METER_VALUES;
    }
  }

  record Res() implements MeterValues, Answer {}
}
