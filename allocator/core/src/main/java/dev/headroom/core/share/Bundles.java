package dev.headroom.core.share;

import dev.headroom.core.network.Bound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which arcs of a network are one, since all ports load them alike with the sources that count. */
final class Bundles {

  /** Arc a has the bounds from {@code firstBound[a]} up to {@code firstBound[a + 1]}. */
  final int[] firstBound;

  /** Places in the network; those of each arc ascend. */
  final int[] boundOf;

  private final Parts parts;
  private final int[] arcOf;
  private final boolean[] first;

  /** The first of the network's arcs that have become each. */
  private final int[] firstOf;

  Bundles(Parts parts, int[] sources) {
    this.parts = parts;
    arcOf = new int[parts.arcs];
    first = new boolean[parts.arcs];
    List<List<Double>> loads = parts.loads(sources);
    Map<List<Double>, Integer> known = new HashMap<>();
    List<List<Integer>> bounds = new ArrayList<>();
    for (int each = 0; each < parts.arcs; each++) {
      boolean alone = parts.bound(each).directions().size() > 1;
      Integer like = alone ? null : known.putIfAbsent(loads.get(each), bounds.size());
      first[each] = like == null;
      arcOf[each] = like == null ? bounds.size() : like;
      if (first[each]) {
        bounds.add(new ArrayList<>());
      }
      bounds.get(arcOf[each]).add(parts.boundOf[each]);
    }
    int arcs = bounds.size();
    firstOf = IntStream.range(0, parts.arcs).filter(each -> first[each]).toArray();
    boundOf = bounds.stream().flatMap(List::stream).mapToInt(it -> it).toArray();
    firstBound = new int[arcs + 1];
    for (int arc = 0; arc < arcs; arc++) {
      firstBound[arc + 1] = firstBound[arc] + bounds.get(arc).size();
    }
  }

  int arcs() {
    return firstOf.length;
  }

  /** Which arc one of the network has become. */
  int arcOf(int each) {
    return arcOf[each];
  }

  /** Whether it is the first of those that have become one. */
  boolean isFirst(int each) {
    return first[each];
  }

  /** The first bound of an arc, and the only one unless it has one direction. */
  Bound bound(int arc) {
    return parts.bound(firstOf[arc]);
  }

  /** The place of that in the network. */
  int firstBoundOf(int arc) {
    return parts.boundOf[firstOf[arc]];
  }

  /** The directions of that bound that an arc has, as a bit mask. */
  int members(int arc) {
    return parts.members[firstOf[arc]];
  }
}
