package dev.headroom.allocator.proposal;

import dev.headroom.contract.site.SiteProposal;

/** Puts proposals into the log. */
public interface Proposer {

  /**
   * Returns once the broker has it.
   *
   * @throws IllegalStateException if it could not be written; it may be proposed again
   */
  void propose(SiteProposal proposal);
}
