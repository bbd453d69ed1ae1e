package dev.headroom.core.allocation;

/** The upper bound for an EVSE's line current, in milliamperes; 0 pauses it. */
public record EvseLimit(String evse, int limitMilliamps, Reason reason) {

  public EvseLimit {
    if (limitMilliamps < 0) {
      throw new IllegalArgumentException("a limit is never negative: " + limitMilliamps);
    }
  }
}
