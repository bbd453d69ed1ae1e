package dev.headroom.world.bug;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A charger without a link counts as one without a vehicle, as if its link held it at 0 A. */
final class UnreachableAsAbsent implements Sabotage {

  private final Set<String> gone = new HashSet<>();
  private Revision newest = new Revision(0, 0);

  @Override
  public Allocation issued(Allocation allocation, long newestEpoch) {
    newest = allocation.revision();
    return allocation;
  }

  @Override
  public Optional<EvseState> reported(EvseState state) {
    if (state.online()) {
      gone.remove(state.evse());
      return Optional.of(state);
    }
    gone.add(state.evse());
    return Optional.of(absent(state));
  }

  @Override
  public Optional<EvseState> assumed(EvseState last, Instant now) {
    return gone.contains(last.evse()) ? Optional.of(absent(last)) : Optional.empty();
  }

  private EvseState absent(EvseState state) {
    Acknowledgement nothing = new Acknowledgement(0, newest, state.at());
    return Forged.absent(Forged.following(state, nothing, Optional.of(newest)));
  }
}
