package dev.headroom.core.share;

import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network flattened into arrays, whichever sources count. Each arc of each bound is one vector,
 * the sum of what its loads carry; each port has taps, one for every arc of every bound that it
 * loads: what one ampere there adds to the arc's vector. A tap consists of parts, one for each
 * load. A bound of one direction alone is turned to lie on the real axis.
 */
final class Parts {

  final int ports;
  final int arcs;

  /** By port, then arc. */
  final int taps;

  /** Whose arc it is. */
  final int[] boundOf;

  /** The directions of its bound that an arc has, as a bit mask. */
  final int[] members;

  final int[] arcOf;
  final int[] portOf;

  private final List<Bound> bounds;

  /** Of each tap. */
  private final List<List<Part>> parts;

  private record Part(int port, int arc, int source, Phasor vector) {
    boolean counts(int[] sources) {
      return (sources[port] >> source & 1) != 0;
    }
  }

  Parts(Network network) {
    ports = network.ports();
    bounds = network.bounds();
    boundOf =
        IntStream.range(0, bounds.size())
            .flatMap(b -> IntStream.generate(() -> b).limit(bounds.get(b).arcs().size()))
            .toArray();
    arcs = boundOf.length;
    members = bounds.stream().flatMap(bound -> bound.arcs().stream()).mapToInt(it -> it).toArray();
    parts = gather();
    taps = parts.size();
    arcOf = parts.stream().mapToInt(tap -> tap.getFirst().arc()).toArray();
    portOf = parts.stream().mapToInt(tap -> tap.getFirst().port()).toArray();
  }

  /** The bound that has an arc. */
  Bound bound(int arc) {
    return bounds.get(boundOf[arc]);
  }

  /** Whether a source that counts loads a tap's bound, be it in another arc. */
  boolean isLive(int tap, int[] sources) {
    return parts.get(tap).stream().anyMatch(part -> part.counts(sources));
  }

  /** The vector of a tap with the sources that count. */
  Phasor vector(int tap, int[] sources) {
    return parts.get(tap).stream()
        .filter(part -> part.counts(sources))
        .map(Part::vector)
        .reduce(Phasor.ZERO, Phasor::plus);
  }

  /** Of each arc who loads it how much along the real axis, ports and amperes in turn. */
  List<List<Double>> loads(int[] sources) {
    List<List<Double>> loads = new ArrayList<>();
    for (int arc = 0; arc < arcs; arc++) {
      loads.add(new ArrayList<>());
    }
    for (int tap = 0; tap < taps; tap++) {
      if (isLive(tap, sources)) {
        loads.get(arcOf[tap]).add((double) portOf[tap]);
        loads.get(arcOf[tap]).add(vector(tap, sources).re());
      }
    }
    return loads;
  }

  /** By port, then arc, the parts of each tap. */
  private List<List<Part>> gather() {
    List<List<List<Part>>> ofPort = new ArrayList<>();
    for (int port = 0; port < ports; port++) {
      ofPort.add(new ArrayList<>());
    }
    int firstArc = 0;
    for (Bound bound : bounds) {
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
}
