package dev.headroom.allocator.api;

import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EvseState", description = "What the gateway says of an EVSE.")
record EvseStateView(
    String site,
    String evse,
    boolean online,
    @Schema(description = "The vehicle that is connected, if one is.")
        Optional<SessionView> session,
    @Schema(description = "The last limit the charger accepted.")
        Optional<BigDecimal> acknowledgedAmps,
    @Schema(
            description = "What the vehicle draws, by phase of the site; absent if not measured.",
            examples = "{\"L1\": 15.800, \"L2\": 15.800}")
        Optional<Map<String, BigDecimal>> measuredAmps,
    Optional<Instant> measuredAt,
    @Schema(description = "It accepts limits and draws more.") boolean disobeys) {

  @Schema(name = "ChargingSession")
  record SessionView(
      Instant startedAt,
      @Schema(description = "False once the vehicle takes no more of what it is offered.")
          boolean wantsCurrent) {}

  static EvseStateView of(EvseState state) {
    return new EvseStateView(
        state.site(),
        state.evse(),
        state.online(),
        state
            .session()
            .map(session -> new SessionView(session.startedAt(), session.wantsCurrent())),
        state.acknowledged().map(limit -> Amperes.of(limit.limitMilliamps())),
        state.measured().map(measured -> Amperes.of(measured.milliamps())),
        state.measured().map(MeasuredCurrent::at),
        state.disobeys());
  }
}
