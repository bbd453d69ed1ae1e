package dev.headroom.cli.cluster;

/** The four services; each prints as its module is called. */
public enum Service {
  ALLOCATOR,
  EVSE_GATEWAY,
  DR_ADAPTER,
  METER_INGEST;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
