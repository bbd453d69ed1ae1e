package dev.headroom.allocator.api;

import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Ceiling", description = "A temporary bound that is in force.")
record CeilingView(
    @Schema(description = "Who asks for it.") String source,
    @Schema(description = "On every phase of the service entrance.") Optional<BigDecimal> amps,
    @Schema(description = "Of the whole site.") Optional<Integer> watts,
    Instant until) {

  static List<CeilingView> inForce(Collection<Ceiling> ceilings, Instant now) {
    return ceilings.stream()
        .flatMap(
            ceiling ->
                ceiling.intervals().stream()
                    .filter(interval -> interval.covers(now))
                    .map(interval -> of(ceiling.source(), interval)))
        .toList();
  }

  private static CeilingView of(String source, CeilingInterval interval) {
    return switch (interval.value()) {
      case CeilingValue.Amperes(int milliamps) ->
          new CeilingView(
              source, Optional.of(Amperes.of(milliamps)), Optional.empty(), interval.end());
      case CeilingValue.Watts(int watts) ->
          new CeilingView(source, Optional.empty(), Optional.of(watts), interval.end());
    };
  }
}
