package dev.headroom.allocator.api;

import dev.headroom.contract.site.Provenance;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Origin", description = "Who proposed what was accepted.")
record OriginView(
    @Schema(examples = "directory:/etc/headroom/sites/demo.yaml") String proposedBy,
    @Schema(description = "When it was proposed.") Instant at) {

  static OriginView of(Provenance origin) {
    return new OriginView(origin.proposedBy(), origin.at());
  }
}
