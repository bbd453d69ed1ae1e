package dev.headroom.gateway.charging;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a session ended.
 *
 * @param meterStopWattHours the register then, if it was said
 * @param chargerTime by the charger's clock; empty if its stop was never seen
 * @param at by ours; by the charger's if it was offline then
 */
public record Ending(
    OptionalLong meterStopWattHours,
    Optional<Instant> chargerTime,
    Instant at,
    Optional<String> reason) {

  /** A stop that was seen is better than one that was concluded; the later one is better. */
  static final Comparator<Ending> BEST =
      Comparator.comparing((Ending end) -> end.chargerTime().orElse(Instant.MIN))
          .thenComparing(end -> end.meterStopWattHours().orElse(-1))
          .thenComparing(Ending::at, Comparator.reverseOrder())
          .thenComparing(end -> end.reason().orElse(""));
}
