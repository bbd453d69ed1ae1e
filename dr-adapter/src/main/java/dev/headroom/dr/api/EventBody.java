package dev.headroom.dr.api;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /api/v1/events}, for its description alone. */
@Schema(name = "Event request")
interface EventBody {

  @Schema(description = "names of sites", required = true, examples = "[\"demo-1\"]")
  List<String> sites();

  @Schema(description = "now, if it is left out; at most a year ahead")
  Optional<OffsetDateTime> start();

  @Schema(description = "ISO 8601, above 0 and at most P7D", required = true, examples = "PT2H")
  String duration();

  @Schema(description = "active power of the whole site; either this or amperes")
  Optional<Integer> watts();

  @Schema(description = "current on every phase of the service entrance")
  Optional<BigDecimal> amperes();

  @Schema(description = "whether EVSEs may be paused; otherwise the 6 A floor stands")
  Optional<Boolean> mayPause();

  @Schema(description = "yours to choose: the same request twice makes one event")
  Optional<String> id();
}
