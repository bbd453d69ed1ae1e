package dev.headroom.gateway.core.ocpp201;

import java.util.OptionalInt;

/** A limit from elsewhere is gone; OCPP 2.0.1 K13. */
public sealed interface ClearedChargingLimit {

  record Req(String chargingLimitSource, OptionalInt evseId)
      implements ClearedChargingLimit, FromStation {
    @Override
    public Action action() {
      return Action.CLEARED_CHARGING_LIMIT;
    }
  }

  record Res() implements ClearedChargingLimit, Answer {}
}
