package dev.headroom.allocator.api;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SiteSummary", description = "A site in the list of all.")
record SiteSummary(
    String site,
    @Schema(description = "Of the accepted definition, from 1; 0 if none was accepted yet.")
        long version,
    @Schema(description = "Supply of the service entrance.", examples = "208Y/120")
        Optional<String> supply,
    int circuits,
    int evses,
    @Schema(description = "The newest proposal, if it was refused.")
        Optional<RejectionView> rejection) {}
