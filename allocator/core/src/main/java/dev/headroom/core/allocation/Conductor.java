package dev.headroom.core.allocation;

import dev.headroom.core.breaker.BlindTime;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;

/**
 * One phase of one circuit: what a CT looks at and a breaker protects.
 *
 * @param place in the network's bounds
 * @param fed the ports that its circuit feeds
 * @param worstBase the most that its base load can be, milliamperes; 0 if it is not declared
 * @param blind S9 here
 */
record Conductor(
    Circuit circuit,
    Phase phase,
    int place,
    Carrier carrier,
    int[] fed,
    int worstBase,
    BlindTime blind) {

  static Conductor of(Circuit circuit, int place, Carrier carrier, int[] fed, BlindTime blind) {
    Phase phase = carrier.place().phase().orElseThrow();
    return new Conductor(
        circuit, phase, place, carrier, fed, circuit.worstBaseMilliamps(phase), blind);
  }
}
