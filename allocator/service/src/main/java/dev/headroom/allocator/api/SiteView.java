package dev.headroom.allocator.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Site", description = "A site's definition and where it stands.")
record SiteView(
    String site,
    @Schema(description = "Of the accepted definition, from 1; 0 if none was accepted yet.")
        long version,
    @Schema(description = "Changes with the definition, not with its layout.")
        Optional<String> contentHash,
    @Schema(implementation = Object.class, description = "The accepted definition.")
        Optional<JsonNode> definition,
    @Schema(description = "Who proposed the accepted definition.") Optional<OriginView> origin,
    @Schema(description = "The newest proposal, if it was refused.")
        Optional<RejectionView> rejection) {}
