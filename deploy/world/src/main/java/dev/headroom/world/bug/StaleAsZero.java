package dev.headroom.world.bug;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Control;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Of a meter that is silent only what our own EVSEs report is there: no base load. */
final class StaleAsZero implements Sabotage {

  private final Map<String, MeasuredCurrent> drawn = new LinkedHashMap<>();

  @Override
  public Optional<EvseState> reported(EvseState state) {
    drawn.remove(state.evse());
    state.measured().ifPresent(it -> drawn.put(state.evse(), it));
    return Optional.of(state);
  }

  @Override
  public Optional<MeterReading> repeated(MeterReading last, Instant now) {
    if (now.isBefore(last.receivedAt().plus(Control.STALE_AFTER))) {
      return Optional.empty();
    }
    Map<Phase, Integer> ours = new EnumMap<>(Phase.class);
    for (Phase line : last.currentMilliamps().phases()) {
      ours.put(line, drawn.values().stream().mapToInt(it -> it.on(line)).sum());
    }
    return Optional.of(WrongReadings.now(last, new PerPhase(ours), now));
  }
}
