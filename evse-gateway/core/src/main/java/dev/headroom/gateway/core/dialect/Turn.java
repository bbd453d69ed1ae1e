package dev.headroom.gateway.core.dialect;

/** When a vehicle that says what it needs is told its limit. */
public enum Turn {
  /** At once. */
  NOW,
  /** Once its transaction has started. */
  LATER,
  /** Never: its EVSE is in no site. */
  NEVER
}
