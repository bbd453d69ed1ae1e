package dev.headroom.contract.site;

import dev.headroom.core.site.Finding;
import java.time.Instant;
import java.util.List;

/** A proposal that was refused, and why. */
public record Rejection(String contentHash, String proposedBy, Instant at, List<Finding> findings) {

  public Rejection {
    findings = List.copyOf(findings);
  }
}
