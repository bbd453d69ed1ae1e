package dev.headroom.allocator.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.headroom.allocator.limits.Issued;
import dev.headroom.allocator.limits.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CurrentLimits", description = "A site's limits, how old they are, and their owner.")
record CurrentLimitsView(
    @JsonUnwrapped LimitsView limits,
    @Schema(description = "Since they were decided.") long ageSeconds,
    @Schema(description = "Who owns the site's partition now.") Optional<OwnerView> owner) {

  static CurrentLimitsView of(Issued issued, Optional<Owner> owner, Surroundings known) {
    Instant now = known.now();
    return new CurrentLimitsView(
        LimitsView.of(issued, known),
        Math.max(0, Duration.between(issued.allocation().at(), now).toSeconds()),
        owner.map(holder -> OwnerView.of(holder, now)));
  }
}
