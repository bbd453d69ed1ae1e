package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Somebody wants a site to be so: a value of {@code headroom.site-proposals}.
 *
 * @param baseVersion the version it was made from; empty if the proposer does not care
 * @param definition the document; empty asks to delete the site
 * @param contentHash of the definition; empty text for a deletion
 * @param proposedBy who, such as {@code directory:/etc/headroom/sites/demo.yaml}
 */
public record SiteProposal(
    String site,
    OptionalLong baseVersion,
    Optional<JsonNode> definition,
    String contentHash,
    String proposedBy,
    Instant at) {}
