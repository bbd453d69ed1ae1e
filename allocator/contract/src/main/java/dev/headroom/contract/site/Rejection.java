package dev.headroom.contract.site;

import dev.headroom.core.site.Finding;
import java.time.Instant;
import java.util.List;

/** A proposal that was refused, and why. */
public record Rejection(
    String proposalId, String contentHash, String proposedBy, Instant at, List<Finding> findings) {

  /** The path of the finding that the proposal was made from another version. */
  public static final String BASE_VERSION = "baseVersion";

  /** The path of the finding that the site is not the proposer's to change. */
  public static final String PROPOSED_BY = "proposedBy";

  public Rejection {
    findings = List.copyOf(findings);
  }

  /** Whether the definition may be sound and only came too late, or from the wrong side. */
  public boolean conflict() {
    return findings.stream()
        .map(Finding::path)
        .anyMatch(path -> path.equals(BASE_VERSION) || path.equals(PROPOSED_BY));
  }
}
