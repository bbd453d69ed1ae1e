package dev.headroom.contract.site;

import java.time.Instant;

/**
 * Which proposal a definition came by.
 *
 * @param proposedBy who, such as {@code directory:/etc/headroom/sites/demo.yaml} or {@code rest}
 * @param at when it was proposed
 */
public record Provenance(String proposalId, String proposedBy, Instant at) {

  /** What {@code proposedBy} begins with if a file says what the site is. */
  public static final String FILE = "directory:";

  /** Whether a file is the one place to change it. */
  public boolean fromFile() {
    return proposedBy.startsWith(FILE);
  }
}
