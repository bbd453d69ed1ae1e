package dev.headroom.cli.simulate.run;

/** Who draws what until the next look. */
sealed interface Deal permits Managed, Unmanaged {

  /**
   * The current of every port, in milliamperes.
   *
   * @param base the highest base load until then, by bound
   * @return the deal's own array, good until the next call
   */
  int[] between(long nowMillis, long untilMillis, Bays bays, double[] base);
}
