package dev.headroom.core.share;

import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A named situation and what must come of it.
 *
 * @param evses their names, by port
 * @param expected for each EVSE its share in milliamperes, then {@code by} and what stops it,
 *     places parted by {@code or} where several are full at once; nothing follows if nothing does
 */
record Scenario(
    String name,
    List<String> evses,
    Network network,
    Claims claims,
    Room room,
    Map<String, String> expected) {

  String expectedText() {
    return evses.stream().map(it -> it + ": " + expected.get(it)).collect(Collectors.joining("\n"));
  }

  /** Shares as the file would say them; of several places that it names, the one met is enough. */
  String told(Shares shares) {
    return IntStream.range(0, evses.size())
        .mapToObj(port -> evses.get(port) + ": " + told(shares, port))
        .collect(Collectors.joining("\n"));
  }

  private String told(Shares shares, int port) {
    String milliamps = Integer.toString(shares.milliamps()[port]);
    if (shares.stoppedBy()[port] == Shares.NOTHING) {
      return milliamps;
    }
    String stop = words(network.bounds().get(shares.stoppedBy()[port]).place());
    String wanted = expected.getOrDefault(evses.get(port), "");
    boolean named =
        wanted.startsWith(milliamps + " by ")
            && List.of(wanted.substring(milliamps.length() + 4).split(" or ")).contains(stop);
    return named ? wanted : milliamps + " by " + stop;
  }

  /** Such as {@code service L1}, {@code service neutral}, {@code service power}. */
  static String words(Place place) {
    String phase = place.phase().map(Enum::name).orElse("");
    String what =
        switch (place.kind()) {
          case LINE -> phase;
          case NEUTRAL -> "neutral";
          case SECONDARY -> "secondary " + phase;
          case PRIMARY -> "primary " + phase;
          case POWER -> "power";
        };
    return place.circuit() + " " + what;
  }
}
