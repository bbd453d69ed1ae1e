package dev.headroom.core.share;

/**
 * Whose turn it is to go up: the lowest rank, then the lowest current for its weight, then first in
 * order. A binary heap.
 */
final class Queue {

  private final int[] heap;
  private final int[] rank;
  private final int[] place;
  private final double[] share;
  private int size;
  private int[] weight = {};
  private int[] ranks = {};

  Queue(int ports) {
    heap = new int[ports];
    rank = new int[ports];
    place = new int[ports];
    share = new double[ports];
  }

  void begin(Claims claims) {
    size = 0;
    weight = claims.weight();
    ranks = claims.rank();
  }

  boolean isEmpty() {
    return size == 0;
  }

  int first() {
    return heap[0];
  }

  void add(int port, int placeInOrder, int milliamps) {
    rank[port] = ranks[port];
    place[port] = placeInOrder;
    share[port] = (double) milliamps / weight[port];
    int at = size++;
    while (at > 0 && isBefore(port, heap[(at - 1) / 2])) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = port;
  }

  /** The first one now has so much. */
  void rise(int milliamps) {
    int port = heap[0];
    share[port] = (double) milliamps / weight[port];
    sink(port);
  }

  /** The first one leaves. */
  void drop() {
    size--;
    if (size > 0) {
      sink(heap[size]);
    }
  }

  private void sink(int port) {
    int at = 0;
    int below = 1;
    while (below < size) {
      if (below + 1 < size && isBefore(heap[below + 1], heap[below])) {
        below++;
      }
      if (!isBefore(heap[below], port)) {
        break;
      }
      heap[at] = heap[below];
      at = below;
      below = 2 * at + 1;
    }
    heap[at] = port;
  }

  private boolean isBefore(int one, int other) {
    if (rank[one] != rank[other]) {
      return rank[one] < rank[other];
    }
    if (share[one] != share[other]) {
      return share[one] < share[other];
    }
    return place[one] < place[other];
  }
}
