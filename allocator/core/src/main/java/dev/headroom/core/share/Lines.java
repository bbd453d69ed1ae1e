package dev.headroom.core.share;

/** What each arc carries as a line over the common level: a vector at level 0, and a slope. */
final class Lines {

  private final Wires wires;
  private final double[] re;
  private final double[] im;
  private final double[] slopeRe;
  private final double[] slopeIm;
  private final boolean[] isTouched;
  private final int[] touched;
  private int touchedArcs;
  private double[] most = {};
  private double top;

  /** The flows become the vectors at level 0, and what they were again once nobody rises. */
  Lines(Wires wires, Flows flows) {
    this.wires = wires;
    re = flows.re;
    im = flows.im;
    slopeRe = new double[wires.mostArcs];
    slopeIm = new double[wires.mostArcs];
    isTouched = new boolean[wires.mostArcs];
    touched = new int[wires.mostArcs];
  }

  /**
   * @param limits of each arc
   * @param highest above which nobody rises
   */
  void begin(Limits limits, double highest) {
    most = limits.of;
    top = highest;
  }

  /** Forgets all slopes. */
  void end() {
    for (int i = 0; i < touchedArcs; i++) {
      int arc = touched[i];
      slopeRe[arc] = 0;
      slopeIm[arc] = 0;
      isTouched[arc] = false;
    }
    touchedArcs = 0;
  }

  double top() {
    return top;
  }

  /** How many arcs have had a slope. */
  int touched() {
    return touchedArcs;
  }

  /** One of these. */
  int touched(int i) {
    return touched[i];
  }

  /** A port rises with the level from its start on. */
  void rise(int port, double weight, double start) {
    for (int tap = wires.firstTap[port]; tap < wires.firstTap[port + 1]; tap++) {
      touch(wires.arcOf[tap]);
    }
    change(port, weight, -start);
  }

  /** A port that rose stays at this current. */
  void stand(int port, double weight, double current) {
    change(port, -weight, current);
  }

  private void touch(int arc) {
    if (!isTouched[arc]) {
      isTouched[arc] = true;
      touched[touchedArcs++] = arc;
    }
  }

  private void change(int port, double slope, double current) {
    int end = wires.firstTap[port + 1];
    for (int tap = wires.firstTap[port]; tap < end; tap++) {
      int arc = wires.arcOf[tap];
      re[arc] += wires.re[tap] * current;
      slopeRe[arc] += wires.re[tap] * slope;
    }
    for (int tap = wires.isPlain() ? end : wires.firstTap[port]; tap < end; tap++) {
      int arc = wires.arcOf[tap];
      im[arc] += wires.im[tap] * current;
      slopeIm[arc] += wires.im[tap] * slope;
    }
  }

  /** Whether an arc carries more than its limit at a level. */
  boolean isOver(int arc, double level) {
    if (isLevel(arc)) {
      return false;
    }
    double limit = most[arc];
    double atRe = re[arc] + level * slopeRe[arc];
    double atIm = im[arc] + level * slopeIm[arc];
    return limit < 0 || atRe * atRe + atIm * atIm > limit * limit;
  }

  /** Whether more of a tap makes its arc carry more at a level. */
  boolean adds(int tap, double level) {
    int arc = wires.arcOf[tap];
    return !wires.isOneOfMany(arc)
        || wires.adds(tap, re[arc] + level * slopeRe[arc], im[arc] + level * slopeIm[arc]);
  }

  /** The level at which an arc is full; infinite if nobody rises there. */
  double full(int arc) {
    if (isLevel(arc)) {
      return Double.POSITIVE_INFINITY;
    }
    return Levels.full(re[arc], im[arc], slopeRe[arc], slopeIm[arc], most[arc]);
  }

  private boolean isLevel(int arc) {
    return slopeRe[arc] == 0 && slopeIm[arc] == 0;
  }
}
