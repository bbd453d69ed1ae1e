package dev.headroom.core.share;

import java.util.Arrays;

/** Arcs by the level at which they fill up, the lowest first; of like ones the first arc. */
final class ArcHeap {

  private static final int NOWHERE = -1;

  private final double[] level;
  private final int[] heap;
  private final int[] place;
  private int size;

  ArcHeap(int arcs) {
    level = new double[arcs];
    heap = new int[arcs];
    place = new int[arcs];
    Arrays.fill(place, NOWHERE);
  }

  int first() {
    return heap[0];
  }

  /** The level of the first; infinite if there is none. */
  double lowest() {
    return size == 0 ? Double.POSITIVE_INFINITY : level[heap[0]];
  }

  /** The level of an arc, or another if it is not here. */
  double levelOf(int arc, double otherwise) {
    return place[arc] == NOWHERE ? otherwise : level[arc];
  }

  /** Adds an arc, or moves it to another level. */
  void put(int arc, double to) {
    level[arc] = to;
    int at = place[arc];
    if (at == NOWHERE) {
      at = size++;
    }
    at = rise(at, arc);
    sink(at, arc);
  }

  void removeFirst() {
    place[heap[0]] = NOWHERE;
    size--;
    if (size > 0) {
      sink(0, heap[size]);
    }
  }

  void clear() {
    for (int at = 0; at < size; at++) {
      place[heap[at]] = NOWHERE;
    }
    size = 0;
  }

  private int rise(int from, int arc) {
    int at = from;
    while (at > 0) {
      int above = (at - 1) >>> 1;
      if (!isBefore(arc, heap[above])) {
        break;
      }
      set(at, heap[above]);
      at = above;
    }
    return at;
  }

  private void sink(int from, int arc) {
    int at = from;
    int below = 2 * at + 1;
    while (below < size) {
      if (below + 1 < size && isBefore(heap[below + 1], heap[below])) {
        below++;
      }
      if (!isBefore(heap[below], arc)) {
        break;
      }
      set(at, heap[below]);
      at = below;
      below = 2 * at + 1;
    }
    set(at, arc);
  }

  private void set(int at, int arc) {
    heap[at] = arc;
    place[arc] = at;
  }

  private boolean isBefore(int one, int other) {
    return level[one] < level[other] || (level[one] == level[other] && one < other);
  }
}
