package dev.headroom.gateway.core.metering;

import java.time.Instant;
import java.util.List;

/** What a charger's meter showed at one moment of the charger's clock. */
public record Reading(Instant timestamp, List<ReadValue> values) {

  public Reading {
    values = List.copyOf(values);
  }
}
