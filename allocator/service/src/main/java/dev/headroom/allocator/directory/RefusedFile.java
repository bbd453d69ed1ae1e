package dev.headroom.allocator.directory;

import dev.headroom.core.site.Finding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A site file that cannot be run, and why.
 *
 * @param site what it described before, or else is named after
 */
public record RefusedFile(Path file, String site, List<Finding> findings, Instant at) {

  public RefusedFile {
    findings = List.copyOf(findings);
  }
}
