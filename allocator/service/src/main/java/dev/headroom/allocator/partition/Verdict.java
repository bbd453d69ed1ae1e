package dev.headroom.allocator.partition;

import dev.headroom.contract.site.SiteRecord;

/** What becomes of a proposal. */
sealed interface Verdict {

  /** The site's log gets a new definition, or the old one with a rejection beside it. */
  record Written(SiteRecord record) implements Verdict {}

  /** The site is deleted. */
  record Deleted() implements Verdict {}

  /** All stays as it is: the same was accepted or refused before. */
  record Unchanged() implements Verdict {}
}
