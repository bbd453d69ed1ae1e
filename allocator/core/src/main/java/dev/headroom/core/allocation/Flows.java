package dev.headroom.core.allocation;

/**
 * What flows in every source of every port at one moment, in milliamperes.
 *
 * @param milliamps by {@linkplain Sources source}; none at all where nothing flows anywhere
 */
record Flows(int[] milliamps) {

  static final Flows NONE = new Flows(new int[0]);

  boolean isNone() {
    return milliamps.length == 0;
  }

  Flows plus(Flows other) {
    if (isNone() || other.isNone()) {
      return isNone() ? other : this;
    }
    int[] sum = milliamps.clone();
    for (int source = 0; source < sum.length; source++) {
      sum[source] += other.milliamps[source];
    }
    return new Flows(sum);
  }

  /** How far this lies above another of the same network, where it does. */
  Flows above(Flows other) {
    int[] above = milliamps.clone();
    for (int source = 0; source < above.length; source++) {
      above[source] = Math.max(0, above[source] - other.milliamps[source]);
    }
    return new Flows(above);
  }
}
