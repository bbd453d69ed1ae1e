package dev.headroom.world.bug;

import dev.headroom.core.evse.EvseState;
import dev.headroom.gateway.core.session.SessionSettings;
import java.time.Duration;
import java.util.Optional;

/** What a charger has acknowledged counts as followed at once. */
final class SettleSkipped implements Sabotage {

  @Override
  public SessionSettings settings(SessionSettings settings) {
    return settings.with(settings.profileTtl(), Duration.ZERO, settings.meterPeriod());
  }

  @Override
  public Optional<EvseState> reported(EvseState state) {
    return Optional.of(
        state
            .acknowledged()
            .map(it -> Forged.following(state, it, Optional.of(it.revision())))
            .orElse(state));
  }
}
