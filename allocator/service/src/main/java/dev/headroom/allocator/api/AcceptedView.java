package dev.headroom.allocator.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Accepted", description = "A definition that was accepted.")
record AcceptedView(
    String site,
    @Schema(description = "From 1; the same as before if nothing changed.") long version,
    String contentHash,
    @Schema(description = "Worth reading all the same.") List<FindingView> warnings) {}
