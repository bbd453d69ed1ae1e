package dev.headroom.gateway.core.dialect;

/** What an EVSE says it is doing. */
public enum Occupancy {
  /** No vehicle. */
  FREE,
  /** A vehicle, and no word of energy. */
  CONNECTED,
  CHARGING,
  /** The vehicle's own doing. */
  SUSPENDED_BY_VEHICLE,
  /** The station offers nothing. */
  SUSPENDED_BY_STATION,
  /** The vehicle has had what it came for. */
  FINISHING,
  /** Reserved, unavailable or faulted. */
  OUT_OF_SERVICE;

  /** Whether it belongs to a transaction that is under way. */
  public boolean isInTransaction() {
    return this == CHARGING || this == SUSPENDED_BY_VEHICLE || this == SUSPENDED_BY_STATION;
  }
}
