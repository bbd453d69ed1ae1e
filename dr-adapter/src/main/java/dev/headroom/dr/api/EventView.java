package dev.headroom.dr.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headroom.core.ceiling.CeilingValue;
import dev.headroom.dr.event.DrEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event as the interface shows it.
 *
 * @param state scheduled, active, ended or cancelled
 * @param published whether the allocator can read it (once over: whether it no longer can)
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record EventView(
    String id,
    String state,
    List<String> sites,
    Instant start,
    Instant end,
    Optional<Integer> watts,
    Optional<BigDecimal> amperes,
    boolean mayPause,
    Instant createdAt,
    Optional<Instant> cancelledAt,
    boolean published) {

  static EventView of(DrEvent event, Instant now, boolean published) {
    return new EventView(
        event.id(),
        event.stateAt(now).label(),
        List.copyOf(event.sites()),
        event.interval().start(),
        event.interval().end(),
        event.value() instanceof CeilingValue.Watts(int watts)
            ? Optional.of(watts)
            : Optional.empty(),
        event.value() instanceof CeilingValue.Amperes(int milliamps)
            ? Optional.of(amperes(milliamps))
            : Optional.empty(),
        event.mayPause(),
        event.createdAt(),
        event.cancelledAt(),
        published);
  }

  /** The same as somebody sees it who may see these sites alone. */
  EventView of(List<String> visible) {
    return new EventView(
        id,
        state,
        visible,
        start,
        end,
        watts,
        amperes,
        mayPause,
        createdAt,
        cancelledAt,
        published);
  }

  /** Without trailing zeros, and never as a power of ten: 40, 12.5. */
  private static BigDecimal amperes(int milliamps) {
    BigDecimal amperes = BigDecimal.valueOf(milliamps, 3).stripTrailingZeros();
    return amperes.setScale(Math.max(0, amperes.scale()));
  }
}
