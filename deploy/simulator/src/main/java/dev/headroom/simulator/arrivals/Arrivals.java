package dev.headroom.simulator.arrivals;

/** Who plugs in. */
public sealed interface Arrivals {

  /** Vehicles come by the control line alone. */
  record ByHand() implements Arrivals {}

  /** Vehicles come and go by the seed. */
  record Seeded() implements Arrivals {}

  /** Vehicles come and go as recorded. */
  record Recorded(SessionReplay replay) implements Arrivals {}
}
