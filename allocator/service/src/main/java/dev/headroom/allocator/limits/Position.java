package dev.headroom.allocator.limits;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far a reader has got, the same on every instance. As an id it is {@code
 * partition:limits.states}, such as {@code 3:45.1200}: the offsets read last of the partition in
 * {@code headroom.limits} and in {@code headroom.evse-states}; several joined by commas, and behind
 * an {@code @} the mark of the topics, which differs once they are made anew. Of a partition that
 * is not named nothing was read.
 *
 * @param places by partition
 */
record Position(String mark, SortedMap<Integer, Place> places) {

  /** Offsets read last in one partition; {@link ReadUpTo#NOTHING} before the first. */
  record Place(long limits, long states) {
    static final Place START = new Place(ReadUpTo.NOTHING, ReadUpTo.NOTHING);
  }

  /** Of the longest id there can be; more is not worth reading. */
  private static final int LONGEST = 1 << 16;

  private static final Pattern ID =
      Pattern.compile("([0-9:.,]*)@([A-Za-z0-9_-]{1,32})", Pattern.DOTALL);
  private static final Pattern PLACE =
      Pattern.compile("([0-9]{1,6}):([0-9]{1,18})(?:\\.([0-9]{1,18}))?");

  /** What an id says; empty if it is none of ours. */
  static Optional<Position> parse(String id) {
    Matcher parts = id.length() > LONGEST ? ID.matcher("") : ID.matcher(id.strip());
    return parts.matches() ? places(parts.group(1), parts.group(2)) : Optional.empty();
  }

  private static Optional<Position> places(String text, String mark) {
    SortedMap<Integer, Place> places = new TreeMap<>();
    for (String one : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      Matcher place = PLACE.matcher(one);
      if (!place.matches()) {
        return Optional.empty();
      }
      long states = place.group(3) == null ? ReadUpTo.NOTHING : Long.parseLong(place.group(3), 10);
      places.put(
          Integer.parseInt(place.group(1)), new Place(Long.parseLong(place.group(2)), states));
    }
    return Optional.of(new Position(mark, places));
  }

  Place at(int partition) {
    return places.getOrDefault(partition, Place.START);
  }

  /** The same for those partitions alone. */
  Position of(IntPredicate partitions) {
    return new Position(
        mark,
        places.entrySet().stream()
            .filter(place -> partitions.test(place.getKey()))
            .collect(
                Collectors.toMap(
                    place -> place.getKey(),
                    place -> place.getValue(),
                    (a, b) -> b,
                    TreeMap::new)));
  }

  String id() {
    StringBuilder id = new StringBuilder();
    places.forEach(
        (partition, place) -> {
          if (place.limits > ReadUpTo.NOTHING) {
            id.append(id.isEmpty() ? "" : ",").append(partition).append(':').append(place.limits);
            if (place.states > ReadUpTo.NOTHING) {
              id.append('.').append(place.states);
            }
          }
        });
    return id.append('@').append(mark).toString();
  }
}
