package dev.headroom.world.bug;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lines that one vehicle did not use count as unused by every vehicle after it. */
final class LearnedKept implements Sabotage {

  private static final int IDLE_BELOW_MILLIAMPS = 500;
  private static final int IN_USE_FROM_MILLIAMPS = 5000;

  private record Learned(String session, Set<Phase> idle) {}

  private final Map<String, Learned> learned = new HashMap<>();

  @Override
  public Optional<EvseState> reported(EvseState state) {
    if (state.session().isEmpty() || state.measured().isEmpty()) {
      return Optional.of(state);
    }
    ChargingSession session = state.session().get();
    MeasuredCurrent sample = state.measured().get();
    Learned kept = learned.get(state.evse());
    if (kept == null) {
      learn(state.evse(), session.id(), sample);
      return Optional.of(state);
    }
    return Optional.of(
        kept.session().equals(session.id())
            ? state
            : Forged.measuring(state, Optional.of(without(kept.idle(), sample))));
  }

  private void learn(String evse, String session, MeasuredCurrent sample) {
    Set<Phase> idle = EnumSet.noneOf(Phase.class);
    sample
        .milliamps()
        .values()
        .forEach(
            (line, is) -> {
              if (is < IDLE_BELOW_MILLIAMPS) {
                idle.add(line);
              }
            });
    if (!idle.isEmpty() && sample.milliamps().largest() >= IN_USE_FROM_MILLIAMPS) {
      learned.put(evse, new Learned(session, idle));
    }
  }

  private static MeasuredCurrent without(Set<Phase> idle, MeasuredCurrent sample) {
    Map<Phase, Integer> values = new EnumMap<>(sample.milliamps().values());
    idle.forEach(line -> values.put(line, 0));
    return new MeasuredCurrent(new PerPhase(values), sample.at());
  }
}
