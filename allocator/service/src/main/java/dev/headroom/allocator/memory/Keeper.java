package dev.headroom.allocator.memory;

import dev.headroom.core.demand.Demand;
import dev.headroom.core.demand.OpenWindow;
import dev.headroom.core.memory.ControlState;
import dev.headroom.core.memory.SiteMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a site's control state is worth keeping: at once when something changed, but once a second
 * at most. Energy changes all the time; it is kept often enough that a take-over finds it watched
 * (a demand cap's, which limits follow), or little of it missing (what is merely told).
 */
public final class Keeper {

  private static final Duration APART = Duration.ofSeconds(1);
  private static final Duration CAPPED_ENERGY = Duration.ofSeconds(5);
  private static final Duration ENERGY = Duration.ofSeconds(10);

  private ControlState kept = ControlState.NONE;
  private Instant keptAt = Instant.MIN;
  private Instant lookAt = Instant.MIN;

  /** Whether it is time to ask. */
  public boolean due(Instant now) {
    return !now.isBefore(lookAt);
  }

  /** Nothing is kept before then. */
  public void holdUntil(Instant then) {
    lookAt = then.isAfter(lookAt) ? then : lookAt;
  }

  /** Whether this is to be kept now; if so it counts as kept. */
  public boolean keeps(ControlState state, Instant now) {
    lookAt = now.plus(APART);
    boolean worth =
        !withoutEnergy(state).equals(withoutEnergy(kept))
            || otherWindow(state.metered(), kept.metered())
            || (!energy(state).equals(energy(kept)) && isOver(CAPPED_ENERGY, now))
            || (!state.metered().equals(kept.metered()) && isOver(ENERGY, now));
    if (worth) {
      kept = state;
      keptAt = now;
    }
    return worth;
  }

  private boolean isOver(Duration time, Instant now) {
    return keptAt.equals(Instant.MIN) || !now.isBefore(keptAt.plus(time));
  }

  private static boolean otherWindow(Optional<OpenWindow> now, Optional<OpenWindow> before) {
    return !now.map(OpenWindow::start).equals(before.map(OpenWindow::start));
  }

  private static Optional<?> energy(ControlState state) {
    return state.memory().demand().window();
  }

  private static ControlState withoutEnergy(ControlState state) {
    SiteMemory memory = state.memory();
    return new ControlState(
        new SiteMemory(memory.evses(), Demand.NONE, memory.stagger()),
        state.doubts(),
        Optional.empty());
  }
}
