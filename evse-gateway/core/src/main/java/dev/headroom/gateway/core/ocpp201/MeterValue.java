package dev.headroom.gateway.core.ocpp201;

import java.time.Instant;
import java.util.List;

/** What a meter showed at one moment of the station's clock. */
public record MeterValue(Instant timestamp, List<SampledValue> sampledValue) {

  public MeterValue {
    sampledValue = List.copyOf(sampledValue);
  }
}
