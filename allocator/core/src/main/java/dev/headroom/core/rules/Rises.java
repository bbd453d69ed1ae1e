package dev.headroom.core.rules;

import dev.headroom.core.breaker.BlindTime;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.network.Place;
import dev.headroom.core.network.Rating;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.SiteTree;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/** What a rise of base load on a circuit's lines is where they meet, and what S9 makes of it. */
public final class Rises {

  private Rises() {}

  /**
   * S9 at a place of a site whose tree is sound.
   *
   * @throws IllegalArgumentException if there is no such conductor
   */
  public static BlindTime blindTime(SiteTree tree, Place place) {
    if (Rating.of(tree, place) instanceof Rating.Current rating) {
      Circuit circuit = tree.circuit(place.circuit());
      return new BlindTime(
          rating.nameplateMilliamps(),
          Math.toIntExact(rating.worstBaseMilliamps()),
          at(circuit, place, circuit.rises().largestStepMilliamps(), false),
          at(circuit, place, circuit.rises().withinTtlMilliamps(), true),
          BlindTime.withoutMeter(tree.site().control().staleAfter()));
    }
    throw new IllegalArgumentException(place + " is no conductor");
  }

  /**
   * The rise at a place of this circuit, magnitudes added plainly.
   *
   * @param onEachLine whether all lines may rise so together; one load is on two at the most
   */
  private static OptionalInt at(
      Circuit circuit, Place place, OptionalInt milliamps, boolean onEachLine) {
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
