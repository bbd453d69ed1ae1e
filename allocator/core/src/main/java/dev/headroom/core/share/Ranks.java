package dev.headroom.core.share;

import java.util.Arrays;

/** Whoever is let in, rank by rank: the lowest first, within a rank by port. */
final class Ranks {

  private final long[] packed;
  private final int[] ports;
  private int size;

  Ranks(int ports) {
    packed = new long[ports];
    this.ports = new int[ports];
  }

  void sort(boolean[] in, int[] rank) {
    size = 0;
    boolean sorted = true;
    for (int port = 0; port < in.length; port++) {
      if (in[port]) {
        packed[size] = (long) rank[port] << Integer.SIZE | port;
        sorted &= size == 0 || packed[size - 1] < packed[size];
        size++;
      }
    }
    if (!sorted) {
      Arrays.sort(packed, 0, size);
    }
    for (int i = 0; i < size; i++) {
      ports[i] = (int) packed[i];
    }
  }

  int size() {
    return size;
  }

  /** All ports, those of a rank together. */
  int[] ports() {
    return ports;
  }

  /** Where the rank ends that starts here. */
  int endOf(int from) {
    int end = from + 1;
    while (end < size && packed[end] >> Integer.SIZE == packed[from] >> Integer.SIZE) {
      end++;
    }
    return end;
  }
}
