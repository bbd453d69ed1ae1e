package dev.headroom.core.electrical;

/** A line conductor of the supply. A split-phase service has L1 and L2 only. */
public enum Phase {
  L1,
  L2,
  L3
}
