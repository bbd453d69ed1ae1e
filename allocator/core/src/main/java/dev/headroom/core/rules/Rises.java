package dev.headroom.core.rules;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.network.Place;
import dev.headroom.core.site.Circuit;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/** What a rise of base load on a circuit's lines is where they meet. */
final class Rises {

  private Rises() {}

  /**
   * The rise at a place of this circuit, magnitudes added plainly.
   *
   * @param onEachLine whether all lines may rise so together; one load is on two at the most
   */
  static OptionalInt at(Circuit circuit, Place place, OptionalInt milliamps, boolean onEachLine) {
    if (milliamps.isEmpty()) {
      return milliamps;
    }
    int rise = milliamps.getAsInt();
    return switch (place.kind()) {
      case LINE, SECONDARY, POWER -> milliamps;
      case NEUTRAL -> OptionalInt.of(onEachLine ? rise * circuit.phases().size() : rise);
      case PRIMARY -> {
        Map<Phase, Integer> all = new EnumMap<>(Phase.class);
        circuit.phases().forEach(line -> all.put(line, rise));
        long most =
            circuit
                .transformer()
                .orElseThrow()
                .primaryAtMost(all)
                .getOrDefault(place.phase().orElseThrow(), 0L);
        yield OptionalInt.of(Math.toIntExact(most));
      }
    };
  }
}
