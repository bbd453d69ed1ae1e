package dev.headroom.world.oracle;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.EvseState;
import java.util.function.Consumer;

/** Judges one rule, or a few that are seen in the same place. */
public interface Judge {

  /** The physical world has moved on. */
  default void look(Sight sight, Consumer<Violation> found) {}

  /** A charger has taken a profile, whether or not it changed its limit. */
  default void obeyed(Command command, Sight sight, Consumer<Violation> found) {}

  /** An owner has renewed its lease. */
  default void renewed(Sight sight) {}

  /** An allocation has reached the broker. */
  default void issued(Allocation allocation, Sight sight, Consumer<Violation> found) {}

  /** The gateway's word about an EVSE has reached the broker. */
  default void reported(EvseState state, Sight sight, Consumer<Violation> found) {}
}
