package dev.headroom.core.share;

/**
 * Fills the ports of one rank, none of which share as a tenant. All that rise stand at the same
 * level for their weights, so what an arc carries is a line over that level: while it fills, the
 * flows hold where that line starts at level 0, and the slopes how it goes on. A port changes its
 * arcs' lines when it leaves its start, has all it asks for, or is stopped; in between nothing has
 * to be touched.
 *
 * <p>An arc's place in the heap is where its line leaves its room. Whoever stops can only push that
 * up, so it is looked at again when it comes first; a port that leaves its start can pull it down,
 * so that is looked at there and then.
 */
final class Filling {

  private static final byte STANDS = 0;
  private static final byte WAITS = 1;
  private static final byte RISES = 2;

  /** Levels that differ by less are the same but for rounding. */
  private static final double NEAR = 1e-11;

  /** Fewer ports than one for so many arcs are looked at sooner than all arcs. */
  private static final int FEW = 8;

  private final Wires wires;
  private final Flows flows;
  private final Course course;
  private final Lines lines;
  private final byte[] state;
  private final Events leaves;
  private final Events caps;
  private final ArcHeap heap;
  private final int[] full;
  private final int[] stopped;

  private int[] weight = {};
  private int[] most = {};
  private Limits limits;
  private boolean last;
  private int open;
  private double level;

  Filling(Wires wires, Flows flows, Course course) {
    this.wires = wires;
    this.flows = flows;
    this.course = course;
    limits = new Limits(wires);
    lines = new Lines(wires, flows);
    state = new byte[wires.ports];
    leaves = new Events(wires.ports);
    caps = new Events(wires.ports);
    heap = new ArcHeap(wires.mostArcs);
    full = new int[wires.mostArcs];
    stopped = new int[wires.ports];
  }

  /**
   * Fills the ports of one rank from where they stand.
   *
   * @param isLast nobody needs the flows afterwards
   */
  void fill(int[] ports, int from, int to, Claims claims, Limits toKeep, boolean isLast) {
    weight = claims.weight();
    most = claims.most();
    limits = toKeep;
    last = isLast;
    open = to - from;
    leaves.clear();
    caps.clear();
    heap.clear();
    for (int i = from; i < to; i++) {
      int port = ports[i];
      leaves.add(port, (double) course.start[port] / weight[port]);
      caps.add(port, (double) most[port] / weight[port]);
      state[port] = WAITS;
    }
    if (to - from < wires.arcs() / FEW || flows.isFullAnywhere(limits)) {
      stopWhereFull(ports, from, to);
    }
    lines.begin(limits, caps.highest());
    if (!leaveAtOnce(ports, from, to)) {
      leaves.order();
      leaveTogether();
    }
    caps.order();
    while (open > 0) {
      step();
    }
    lines.end();
  }

  private void stopWhereFull(int[] ports, int from, int to) {
    for (int i = from; i < to; i++) {
      int tap = flows.fullAt(ports[i], limits);
      if (tap != Course.NO_TAP) {
        course.stop(ports[i], tap, flows.fullBound(tap, limits));
        state[ports[i]] = STANDS;
        open--;
      }
    }
  }

  private void step() {
    double leave = leaves.level();
    double cap = caps.level();
    if (heap.lowest() < Math.min(leave, cap)) {
      fillUp();
    } else if (leave <= cap) {
      level = Math.max(level, leave);
      leave(leaves.take());
    } else {
      level = Math.max(level, cap);
      cap(caps.take());
    }
  }

  /**
   * Lets all rise at once, if no bound is full before the last of them leaves its start. Whoever
   * has all it asks for before that stops then, which only makes the others' way longer.
   */
  private boolean leaveAtOnce(int[] ports, int from, int to) {
    flows.keep();
    for (int i = from; i < to; i++) {
      if (state[ports[i]] == WAITS) {
        lines.rise(ports[i], weight[ports[i]], course.start[ports[i]]);
      }
    }
    for (int i = 0; i < lines.touched(); i++) {
      if (lines.isOver(lines.touched(i), leaves.highest())) {
        lines.end();
        flows.goBack();
        return false;
      }
    }
    for (int i = from; i < to; i++) {
      state[ports[i]] = state[ports[i]] == WAITS ? RISES : STANDS;
    }
    level = 0;
    leaves.clear();
    lookAtAll();
    return true;
  }

  /** All that leave first. */
  private void leaveTogether() {
    level = leaves.level();
    while (leaves.level() <= level) {
      rise(leaves.take());
    }
    lookAtAll();
  }

  private void lookAtAll() {
    for (int i = 0; i < lines.touched(); i++) {
      look(lines.touched(i));
    }
  }

  private void leave(int port) {
    if (rise(port)) {
      for (int tap = wires.firstTap[port]; tap < wires.firstTap[port + 1]; tap++) {
        look(wires.arcOf[tap]);
      }
    }
  }

  private boolean rise(int port) {
    if (state[port] != WAITS) {
      return false;
    }
    state[port] = RISES;
    lines.rise(port, weight[port], course.start[port]);
    return true;
  }

  /** An arc's line has become steeper. */
  private void look(int arc) {
    if (lines.isOver(arc, heap.levelOf(arc, lines.top()))) {
      heap.put(arc, lines.full(arc));
    }
  }

  private void cap(int port) {
    if (state[port] == RISES) {
      state[port] = STANDS;
      open--;
      course.current[port] = most[port];
      lines.stand(port, weight[port], course.current[port]);
    }
  }

  /** The first arc of the heap is full, unless somebody has stopped since it was looked at. */
  private void fillUp() {
    int arc = heap.first();
    double at = lines.full(arc);
    if (at > heap.lowest() + near(level)) {
      putBack(arc, at);
      return;
    }
    level = Math.max(level, at);
    int arcs = takeFull();
    int ports = 0;
    for (int i = 0; i < arcs; i++) {
      ports = stopAt(full[i], ports);
    }
    open -= ports;
    if (open > 0 || !last) {
      for (int i = 0; i < ports; i++) {
        int port = stopped[i];
        lines.stand(port, weight[port], course.current[port]);
      }
      goOnBeside(arcs, ports);
    }
  }

  /** Who opposes the flow of an arc that is full rises on, and may come to load it. */
  private void goOnBeside(int arcs, int ports) {
    for (int i = 0; i < arcs && ports > 0; i++) {
      if (wires.isOneOfMany(full[i])) {
        look(full[i]);
      }
    }
  }

  private void putBack(int arc, double at) {
    if (lines.isOver(arc, lines.top())) {
      heap.put(arc, at);
    } else {
      heap.removeFirst();
    }
  }

  /** All arcs that fill up at this level, in the order of the bounds that are full. */
  private int takeFull() {
    int arcs = 0;
    while (heap.lowest() <= level + near(level)) {
      int arc = heap.first();
      double at = lines.full(arc);
      if (at > level + near(level)) {
        putBack(arc, at);
      } else {
        heap.removeFirst();
        int i = arcs++;
        for (; i > 0 && isBefore(arc, full[i - 1]); i--) {
          full[i] = full[i - 1];
        }
        full[i] = arc;
      }
    }
    return arcs;
  }

  /** Whether of two full arcs one stops ports by the earlier bound, of one bound in the first. */
  private boolean isBefore(int one, int other) {
    int by = limits.firstFull(one) - limits.firstFull(other);
    return by < 0 || (by == 0 && one < other);
  }

  private int stopAt(int arc, int already) {
    int ports = already;
    int by = limits.firstFull(arc);
    for (int i = wires.firstOfArc[arc]; i < wires.firstOfArc[arc + 1]; i++) {
      int tap = wires.taps[i];
      int port = wires.portOf[tap];
      if (state[port] != STANDS && lines.adds(tap, level)) {
        double stands = state[port] == WAITS ? course.start[port] : risen(port);
        course.current[port] = stands;
        course.stop(port, tap, by);
        if (state[port] == RISES) {
          stopped[ports++] = port;
        } else {
          open--;
        }
        state[port] = STANDS;
      }
    }
    return ports;
  }

  private double risen(int port) {
    double risen = level * weight[port];
    return Math.max(course.start[port], Math.min(most[port], risen));
  }

  private static double near(double level) {
    return NEAR * (1 + Math.abs(level));
  }
}
