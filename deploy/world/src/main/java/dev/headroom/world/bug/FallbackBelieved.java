package dev.headroom.world.bug;

import dev.headroom.core.evse.EvseState;
import java.util.Optional;

/** Every charger's fallback counts, whether or not it has accepted its base profile. */
final class FallbackBelieved implements Sabotage {

  @Override
  public Optional<EvseState> reported(EvseState state) {
    return Optional.of(Forged.proven(state, state.online()));
  }
}
