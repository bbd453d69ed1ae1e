package dev.headroom.world.fault;

/** What can go wrong. */
public enum FaultKind {
  METER_SILENT,
  METER_FROZEN,
  METER_LATE,
  METER_REORDERED,
  ALLOCATOR_DEAD,
  ALLOCATOR_PAUSED,
  GATEWAY_DEAD,
  CHARGER_HALF_OPEN,
  CHARGER_REBOOTS,
  BASE_STEP;

  /** Whether what the allocator sees of the base load is still true within its stale-after. */
  public boolean leavesControl() {
    return switch (this) {
      case BASE_STEP -> true;
      case METER_SILENT, METER_FROZEN, METER_LATE, METER_REORDERED -> false;
      case ALLOCATOR_DEAD, ALLOCATOR_PAUSED, GATEWAY_DEAD -> false;
      case CHARGER_HALF_OPEN, CHARGER_REBOOTS -> false;
    };
  }
}
