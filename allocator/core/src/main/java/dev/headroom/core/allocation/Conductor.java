package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.site.Circuit;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * One phase of one circuit: what a CT looks at and a breaker protects.
 *
 * @param place in the network's bounds
 */
record Conductor(Circuit circuit, Phase phase, int place, Bound bound) {

  /** Those that load it, each once. */
  IntStream ports() {
    return bound.loads().stream().mapToInt(Load::port).distinct();
  }

  boolean isLoadedBy(int port) {
    return ports().anyMatch(each -> each == port);
  }

  /** What an EVSE's sources bring here together, by magnitude. */
  double own(int port, IntUnaryOperator milliampsOfSource) {
    return bound.loads().stream()
        .filter(load -> load.port() == port)
        .mapToDouble(load -> load.factor() * milliampsOfSource.applyAsInt(load.source()))
        .sum();
  }
}
