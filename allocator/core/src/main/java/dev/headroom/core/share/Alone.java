package dev.headroom.core.share;

/** Fills a port that is alone in its rank: as far as the nearest of its own bounds lets it. */
final class Alone {

  /** Milliamperes that differ by less are the same but for rounding. */
  private static final double NEAR = 1e-7;

  private final Wires wires;
  private final Flows flows;
  private final Course course;

  Alone(Wires wires, Flows flows, Course course) {
    this.wires = wires;
    this.flows = flows;
    this.course = course;
  }

  void fill(int port, Claims claims, Limits limits) {
    int start = course.start[port];
    int nearest = Course.NO_TAP;
    double more = claims.most()[port] - start;
    for (int tap = wires.firstTap[port]; tap < wires.firstTap[port + 1]; tap++) {
      double fits = Math.max(0, flows.fits(tap, limits));
      if (fits < more - NEAR) {
        more = fits;
        nearest = tap;
      }
    }
    course.current[port] = start + more;
    flows.add(port, more);
    if (nearest != Course.NO_TAP) {
      stop(port, nearest, limits);
    }
  }

  /** Of bounds that are full together, the first stops it; where doubles hide it, the nearest. */
  private void stop(int port, int nearest, Limits limits) {
    int full = flows.fullAt(port, limits);
    int tap = full == Course.NO_TAP ? nearest : full;
    course.stop(port, tap, flows.fullBound(tap, limits));
  }
}
