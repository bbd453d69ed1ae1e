package dev.headroom.gateway.core.session;

import dev.headroom.core.evse.EvseState;
import dev.headroom.core.site.Output;
import dev.headroom.gateway.core.control.Evidence;
import dev.headroom.gateway.core.profile.PilotDuty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * How an EVSE stands at this moment, for somebody who looks.
 *
 * @param mostMilliamps the highest limit it may be following, as far as its answers tell
 * @param state as it is published
 * @param shownBy what showed that it follows the limit that has settled
 * @param pilotDutyPercent of that limit; empty for a pause and for DC
 * @param writesToday profiles written since midnight, UTC
 * @param writesPerDay how many it bears; empty if there is no bound
 * @param writesHeldBack whether a raise or a refresh waits for that
 */
public record EvseReport(
    int evseId,
    EvseState state,
    int mostMilliamps,
    Optional<Evidence.Source> shownBy,
    Optional<BigDecimal> pilotDutyPercent,
    int writesToday,
    Optional<Integer> writesPerDay,
    boolean writesHeldBack) {

  static EvseReport of(TrackedEvse evse, EvseState state, Instant now) {
    int most = evse.limits().mostMilliamps();
    return new EvseReport(
        evse.evseId(),
        state,
        most,
        evse.limits().shownBy(),
        evse.evse().output() instanceof Output.Ac ? PilotDuty.percent(most) : Optional.empty(),
        evse.budget().written().on(now),
        evse.budget().perDay(),
        evse.budget().isHoldingBack());
  }
}
