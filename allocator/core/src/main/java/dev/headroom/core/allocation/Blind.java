package dev.headroom.core.allocation;

/**
 * What S9 leaves EVSEs on each conductor, in the grid's order, milliamperes.
 *
 * @param likely to be shared: below it nobody is cut
 * @param sure into this alone may anything rise; at most {@code likely}
 */
record Blind(double[] likely, double[] sure) {}
