package dev.headroom.contract.codec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.contract.site.ContentHash;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.core.site.Names;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Value of {@code headroom.site-proposals}. */
record ProposalJson(
    String id,
    String site,
    OptionalLong baseVersion,
    Optional<JsonNode> definition,
    String contentHash,
    String proposedBy,
    boolean takesOver,
    Instant at) {

  static ProposalJson of(SiteProposal proposal) {
    return new ProposalJson(
        proposal.id(),
        proposal.site(),
        proposal.baseVersion(),
        proposal.definition(),
        proposal.contentHash(),
        proposal.proposedBy(),
        proposal.takesOver(),
        proposal.at());
  }

  SiteProposal proposal() {
    Optional<JsonNode> document = definition.filter(it -> !it.isNull());
    if (!document.map(ContentHash::of).orElse("").equals(contentHash)) {
      throw new IllegalArgumentException("the content hash is not that of the definition");
    }
    return new SiteProposal(
        id,
        Names.check("site", site),
        baseVersion,
        document,
        contentHash,
        proposedBy,
        takesOver,
        at);
  }
}
