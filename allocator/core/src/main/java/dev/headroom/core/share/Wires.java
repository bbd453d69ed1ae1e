package dev.headroom.core.share;

import dev.headroom.core.network.Network;
import java.util.Arrays;

/**
 * A network's taps and arcs with the sources that now count. Bounds of one direction that all ports
 * load alike have one arc together, since only the tightest of them can be full first: L1, L2 and
 * L3 of a circuit whose vehicles all charge on three phases.
 */
final class Wires {

  /** Opposes a flow by more than rounding explains. */
  private static final double OPPOSED = -1e-9;

  final int ports;

  /** How many arcs there can be. */
  final int mostArcs;

  /** Port p has the taps from {@code firstTap[p]} up to {@code firstTap[p + 1]}. */
  final int[] firstTap;

  final int[] arcOf;
  final int[] portOf;

  /** The vector of a tap. */
  final double[] re;

  final double[] im;

  /** Arc a is loaded by the taps {@code taps[firstOfArc[a]]} up to {@code firstOfArc[a + 1]}. */
  final int[] firstOfArc;

  final int[] taps;

  private final Network network;
  private final Parts parts;
  private final boolean plain;
  private final boolean[] oneOfMany;
  private final int[] allSources;
  private final int[] nowSources;
  private Bundles bundles;

  Wires(Network network) {
    this.network = network;
    parts = new Parts(network);
    ports = parts.ports;
    mostArcs = parts.arcs;
    plain = network.bounds().stream().allMatch(bound -> bound.directions().size() <= 1);
    oneOfMany = new boolean[mostArcs];
    firstTap = new int[ports + 1];
    arcOf = new int[parts.taps];
    portOf = new int[parts.taps];
    re = new double[parts.taps];
    im = new double[parts.taps];
    firstOfArc = new int[mostArcs + 1];
    taps = new int[parts.taps];
    allSources = network.sources().stream().mapToInt(Wires::mask).toArray();
    nowSources = allSources.clone();
    bundles = new Bundles(parts, nowSources);
    lay();
  }

  /** How many arcs there are. */
  int arcs() {
    return bundles.arcs();
  }

  /** Which bounds have each arc. */
  Bundles bundles() {
    return bundles;
  }

  /** Whether an arc is one of several of its bound. */
  boolean isOneOfMany(int arc) {
    return oneOfMany[arc];
  }

  Network network() {
    return network;
  }

  /** From now on only these sources of each port count. They change when vehicles come and go. */
  void select(int[] sources) {
    boolean changed = false;
    for (int port = 0; port < ports; port++) {
      int mask = sources[port] & allSources[port];
      changed |= mask != nowSources[port];
      nowSources[port] = mask;
    }
    if (changed) {
      bundles = new Bundles(parts, nowSources);
      lay();
    }
  }

  /** Whether every bound has one direction alone, and so no arc an imaginary part. */
  boolean isPlain() {
    return plain;
  }

  /** Whether more of a tap makes such a flow of its arc longer, or would but for rounding. */
  boolean adds(int tap, double flowRe, double flowIm) {
    double along = re[tap] * flowRe + im[tap] * flowIm;
    boolean none = re[tap] == 0 && im[tap] == 0;
    return !none && along >= OPPOSED * (Math.abs(flowRe) + Math.abs(flowIm));
  }

  private void lay() {
    for (int arc = 0; arc < arcs(); arc++) {
      oneOfMany[arc] = bundles.bound(arc).isEnvelope();
    }
    int size = 0;
    for (int part = 0; part < parts.taps; part++) {
      if (bundles.isFirst(parts.arcOf[part]) && parts.isLive(part, nowSources)) {
        var vector = parts.vector(part, nowSources);
        re[size] = vector.re();
        im[size] = vector.im();
        portOf[size] = parts.portOf[part];
        arcOf[size++] = bundles.arcOf(parts.arcOf[part]);
      }
    }
    starts(portOf, size, firstTap);
    starts(arcOf, size, firstOfArc);
    int[] next = firstOfArc.clone();
    for (int tap = 0; tap < size; tap++) {
      taps[next[arcOf[tap]]++] = tap;
    }
  }

  /** Where each of so many keys starts, once they are sorted. */
  private static void starts(int[] keys, int size, int[] first) {
    Arrays.fill(first, 0);
    for (int i = 0; i < size; i++) {
      first[keys[i] + 1]++;
    }
    Arrays.parallelPrefix(first, Integer::sum);
  }

  private static int mask(int sources) {
    return sources >= Integer.SIZE ? -1 : (1 << sources) - 1;
  }
}
