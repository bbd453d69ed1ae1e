package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Somebody wants a site to be so: a value of {@code headroom.site-proposals}.
 *
 * @param id by which its proposer knows the answer, in {@link Provenance} or {@link Rejection}
 * @param baseVersion the version it was made from, 0 for a site yet to be; empty if the proposer
 *     does not care
 * @param definition the document; empty asks to delete the site
 * @param contentHash of the definition; empty text for a deletion
 * @param proposedBy who, such as {@code directory:/etc/headroom/sites/demo.yaml}
 * @param takesOver even if a file says what the site is; see {@link Provenance#fromFile}
 */
public record SiteProposal(
    String id,
    String site,
    OptionalLong baseVersion,
    Optional<JsonNode> definition,
    String contentHash,
    String proposedBy,
    boolean takesOver,
    Instant at) {

  public Provenance provenance() {
    return new Provenance(id, proposedBy, at);
  }
}
