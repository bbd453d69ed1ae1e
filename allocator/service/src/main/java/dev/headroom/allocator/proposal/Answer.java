package dev.headroom.allocator.proposal;

import dev.headroom.contract.site.Rejection;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.site.SiteRecord;
import java.util.Optional;

/** What the site's owner made of a proposal. */
public sealed interface Answer {

  /** The site is as proposed. */
  record Accepted(SiteRecord record) implements Answer {}

  /** The site is no more, as proposed. */
  record Deleted() implements Answer {}

  /** It stays as it was. */
  record Refused(Rejection rejection, long currentVersion) implements Answer {}

  /** The answer in what the log says of the site now, if it is one. */
  static Optional<Answer> to(SiteProposal proposal, Optional<SiteRecord> now) {
    if (now.isEmpty()) {
      return proposal.definition().isEmpty() ? Optional.of(new Deleted()) : Optional.empty();
    }
    SiteRecord record = now.get();
    Optional<Answer> refused =
        record
            .lastRejection()
            .filter(rejection -> rejection.proposalId().equals(proposal.id()))
            .<Answer>map(rejection -> new Refused(rejection, record.version()));
    return refused.isPresent() || record.lastRejection().isPresent()
        ? refused
        : Optional.of(record).filter(site -> runs(site, proposal)).<Answer>map(Accepted::new);
  }

  private static boolean runs(SiteRecord record, SiteProposal proposal) {
    return record
        .accepted()
        .filter(document -> document.contentHash().equals(proposal.contentHash()))
        .isPresent();
  }
}
