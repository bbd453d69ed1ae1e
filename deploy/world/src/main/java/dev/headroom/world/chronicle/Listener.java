package dev.headroom.world.chronicle;

import java.time.Instant;

/** Is told what happens in a run, in its order. */
@FunctionalInterface
public interface Listener {

  Listener NONE = (_, _) -> {};

  void happened(Instant at, Happening what);
}
