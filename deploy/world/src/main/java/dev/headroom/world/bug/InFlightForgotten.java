package dev.headroom.world.bug;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.EvseState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What was sent counts as answered, whether or not the charger is there to answer. */
final class InFlightForgotten implements Sabotage {

  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(1);

  private final Issued issued = new Issued();

  @Override
  public Allocation issued(Allocation allocation, long newestEpoch) {
    issued.take(allocation);
    return allocation;
  }

  @Override
  public Optional<EvseState> reported(EvseState state) {
    return Optional.of(answered(state).orElse(state));
  }

  @Override
  public Optional<EvseState> assumed(EvseState last, Instant now) {
    return now.isBefore(issued.at().plus(ANSWERS_WITHIN)) ? Optional.empty() : answered(last);
  }

  private Optional<EvseState> answered(EvseState state) {
    return issued.to(state).filter(it -> isNews(it, state)).map(it -> answered(it, state));
  }

  private static boolean isNews(Acknowledgement limit, EvseState state) {
    boolean known =
        state.acknowledged().filter(it -> it.revision().equals(limit.revision())).isPresent();
    return state.session().isPresent() && !known;
  }

  private static EvseState answered(Acknowledgement limit, EvseState state) {
    return Forged.following(state, limit, Optional.of(limit.revision()));
  }
}
