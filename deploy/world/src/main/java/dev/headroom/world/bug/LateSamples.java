package dev.headroom.world.bug;

import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Samples of chargers wait on their way, and are taken for as old as they are when they arrive: an
 * EVSE's old draw is subtracted from a new reading.
 */
final class LateSamples implements Sabotage {

  private static final Duration LATE = Duration.ofSeconds(30);

  private final Map<String, Deque<MeasuredCurrent>> under = new HashMap<>();
  private final Map<String, MeasuredCurrent> arrived = new HashMap<>();

  @Override
  public Optional<EvseState> reported(EvseState state) {
    Deque<MeasuredCurrent> way = under.computeIfAbsent(state.evse(), _ -> new ArrayDeque<>());
    if (state.measured().isEmpty()) {
      way.clear();
      arrived.remove(state.evse());
      return Optional.of(state);
    }
    MeasuredCurrent sample = state.measured().get();
    way.add(sample);
    Optional<MeasuredCurrent> late = Optional.empty();
    while (!way.getFirst().at().plus(LATE).isAfter(sample.at())) {
      late = Optional.of(new MeasuredCurrent(way.removeFirst().milliamps(), sample.at()));
    }
    // It stays the last one that has come until another has.
    late.ifPresent(it -> arrived.put(state.evse(), it));
    return Optional.of(Forged.measuring(state, arrivedOf(state)));
  }

  private Optional<MeasuredCurrent> arrivedOf(EvseState state) {
    return Optional.ofNullable(arrived.get(state.evse()));
  }
}
