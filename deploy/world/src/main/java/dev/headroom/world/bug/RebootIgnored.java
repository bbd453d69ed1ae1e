package dev.headroom.world.bug;

import dev.headroom.core.evse.EvseState;
import java.util.Optional;

/** A charger that boots counts as it was before, until it has taken a limit again. */
final class RebootIgnored implements Sabotage {

  @Override
  public Optional<EvseState> reported(EvseState state) {
    boolean asBefore = state.online() && state.baseAccepted() && state.acknowledged().isPresent();
    return asBefore ? Optional.of(state) : Optional.empty();
  }
}
