package dev.headroom.core.share;

import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network flattened into arrays. Each arc of each bound is one vector, the sum of what its loads
 * carry; each port has taps, one for every arc of every bound that it loads: what one ampere there
 * adds to the arc's vector. A bound of one direction alone is turned to lie on the real axis.
 */
final class Wires {

  /** Opposes a flow by more than rounding explains. */
  private static final double OPPOSED = -1e-9;

  final int ports;
  final int arcs;

  /** Whose arc it is. */
  final int[] boundOf;

  /** Port p has the taps from {@code firstTap[p]} up to {@code firstTap[p + 1]}. */
  final int[] firstTap;

  final int[] arcOf;
  final int[] portOf;

  /** The vector of a tap with the sources that now count. */
  final double[] re;

  final double[] im;

  /** Whether a source that counts loads the bound, be it in another arc. */
  final boolean[] live;

  /** Arc a is loaded by the taps {@code taps[firstOfArc[a]]} up to {@code firstOfArc[a + 1]}. */
  final int[] firstOfArc;

  final int[] taps;

  private final Network network;
  private final boolean[] oneOfMany;
  private final boolean plain;
  private final int[] allSources;
  private final int[] nowSources;

  /** What each tap consists of. */
  private final int[] firstPart;

  private final int[] partSource;
  private final double[] partRe;
  private final double[] partIm;

  private record Part(int port, int arc, int source, Phasor vector) {}

  Wires(Network network) {
    this.network = network;
    ports = network.ports();
    boundOf =
        IntStream.range(0, network.bounds().size())
            .flatMap(b -> IntStream.generate(() -> b).limit(network.bounds().get(b).arcs().size()))
            .toArray();
    arcs = boundOf.length;
    oneOfMany = new boolean[arcs];
    plain = network.bounds().stream().allMatch(bound -> bound.directions().size() <= 1);
    for (int arc = 0; arc < arcs; arc++) {
      oneOfMany[arc] = network.bounds().get(boundOf[arc]).isEnvelope();
    }
    List<List<Part>> tapParts = gather();
    int taps = tapParts.size();
    arcOf = tapParts.stream().mapToInt(parts -> parts.getFirst().arc()).toArray();
    portOf = tapParts.stream().mapToInt(parts -> parts.getFirst().port()).toArray();
    re = new double[taps];
    im = new double[taps];
    live = new boolean[taps];
    firstTap = starts(portOf, ports);
    firstOfArc = starts(arcOf, arcs);
    this.taps = sortedByArc();
    List<Part> parts = tapParts.stream().flatMap(List::stream).toList();
    firstPart = new int[taps + 1];
    for (int tap = 0; tap < taps; tap++) {
      firstPart[tap + 1] = firstPart[tap] + tapParts.get(tap).size();
    }
    partSource = parts.stream().mapToInt(Part::source).toArray();
    partRe = parts.stream().mapToDouble(part -> part.vector().re()).toArray();
    partIm = parts.stream().mapToDouble(part -> part.vector().im()).toArray();
    allSources = network.sources().stream().mapToInt(Wires::mask).toArray();
    nowSources = new int[ports];
    select(allSources);
  }

  /** Whether an arc is one of several of its bound. */
  boolean isOneOfMany(int arc) {
    return oneOfMany[arc];
  }

  Network network() {
    return network;
  }

  /** From now on only these sources of each port count. */
  void select(int[] sources) {
    for (int port = 0; port < ports; port++) {
      int mask = sources[port] & allSources[port];
      if (mask != nowSources[port]) {
        nowSources[port] = mask;
        for (int tap = firstTap[port]; tap < firstTap[port + 1]; tap++) {
          select(tap, mask);
        }
      }
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

  private void select(int tap, int mask) {
    double sumRe = 0;
    double sumIm = 0;
    live[tap] = false;
    for (int part = firstPart[tap]; part < firstPart[tap + 1]; part++) {
      if ((mask >> partSource[part] & 1) != 0) {
        sumRe += partRe[part];
        sumIm += partIm[part];
        live[tap] = true;
      }
    }
    re[tap] = sumRe;
    im[tap] = sumIm;
  }

  /** By port, then arc, the parts of each tap. */
  private List<List<Part>> gather() {
    List<List<List<Part>>> ofPort = new ArrayList<>();
    for (int port = 0; port < ports; port++) {
      ofPort.add(new ArrayList<>());
    }
    int firstArc = 0;
    for (Bound bound : network.bounds()) {
      for (int a = 0; a < bound.arcs().size(); a++) {
        for (Load load : bound.loads()) {
          Part part = new Part(load.port(), firstArc + a, load.source(), vector(bound, a, load));
          List<List<Part>> taps = ofPort.get(load.port());
          if (taps.isEmpty() || taps.getLast().getFirst().arc() != part.arc()) {
            taps.add(new ArrayList<>());
          }
          taps.getLast().add(part);
        }
      }
      firstArc += bound.arcs().size();
    }
    return ofPort.stream().flatMap(List::stream).toList();
  }

  private static Phasor vector(Bound bound, int arc, Load load) {
    if (bound.directions().size() == 1) {
      return Phasor.ONE.times(load.factor());
    }
    boolean within = (bound.arcs().get(arc) >> load.direction() & 1) != 0;
    return within ? bound.directions().get(load.direction()).times(load.factor()) : Phasor.ZERO;
  }

  private static int[] starts(int[] keys, int count) {
    int[] first = new int[count + 1];
    for (int key : keys) {
      first[key + 1]++;
    }
    Arrays.parallelPrefix(first, Integer::sum);
    return first;
  }

  private int[] sortedByArc() {
    int[] next = firstOfArc.clone();
    int[] sorted = new int[arcOf.length];
    for (int tap = 0; tap < arcOf.length; tap++) {
      sorted[next[arcOf[tap]]++] = tap;
    }
    return sorted;
  }

  private static int mask(int sources) {
    return sources >= Integer.SIZE ? -1 : (1 << sources) - 1;
  }
}
