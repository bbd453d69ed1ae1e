package dev.headroom.world.bug;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.evse.Revision;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whatever is issued counts at the next look as taken, followed, and seen in what is drawn. */
final class NoDecreaseBeforeIncrease implements Sabotage {

  private final Issued issued = new Issued();
  private final Map<String, Revision> forged = new HashMap<>();

  @Override
  public Allocation issued(Allocation allocation, long newestEpoch) {
    issued.take(allocation);
    return allocation;
  }

  @Override
  public Optional<EvseState> assumed(EvseState last, Instant now) {
    return last.session().isEmpty() || !last.online()
        ? Optional.empty()
        : issued.to(last).filter(limit -> isNew(last, limit)).map(limit -> done(last, limit, now));
  }

  private boolean isNew(EvseState last, Acknowledgement limit) {
    return !limit.revision().equals(forged.put(last.evse(), limit.revision()));
  }

  private static EvseState done(EvseState last, Acknowledgement limit, Instant now) {
    Optional<MeasuredCurrent> drawn =
        last.measured().map(it -> new MeasuredCurrent(below(it, limit.limitMilliamps()), now));
    return Forged.measuring(Forged.following(last, limit, Optional.of(limit.revision())), drawn);
  }

  private static PerPhase below(MeasuredCurrent measured, int limit) {
    Map<Phase, Integer> values = new EnumMap<>(Phase.class);
    measured.milliamps().values().forEach((line, is) -> values.put(line, Math.min(is, limit)));
    return new PerPhase(values);
  }
}
