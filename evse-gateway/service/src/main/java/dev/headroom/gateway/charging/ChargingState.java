package dev.headroom.gateway.charging;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of a session is known. */
public enum ChargingState {
  /** It goes on, as far as is known. */
  @JsonProperty("open")
  OPEN,
  /** Start and stop were seen, and its energy is known. */
  @JsonProperty("complete")
  COMPLETE,
  /** It is over, but its start, its stop or its energy was never seen. */
  @JsonProperty("incomplete")
  INCOMPLETE
}
