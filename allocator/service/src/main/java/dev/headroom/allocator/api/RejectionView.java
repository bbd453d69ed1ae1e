package dev.headroom.allocator.api;

import dev.headroom.allocator.directory.RefusedFile;
import dev.headroom.contract.site.Rejection;
import dev.headroom.core.site.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Rejection", description = "A definition that was refused, and why.")
record RejectionView(String proposedBy, Instant at, List<FindingView> findings) {

  @Schema(name = "Finding", description = "What is wrong, where, and what to do about it.")
  record FindingView(
      @Schema(examples = "error") String severity,
      @Schema(examples = "spec.circuits[2].parent") String path,
      Optional<String> file,
      OptionalInt line,
      String message,
      String remedy) {}

  static RejectionView of(Rejection rejection) {
    return new RejectionView(
        rejection.proposedBy(), rejection.at(), findings(rejection.findings()));
  }

  static RejectionView of(RefusedFile file) {
    return new RejectionView("directory:" + file.file(), file.at(), findings(file.findings()));
  }

  private static List<FindingView> findings(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                new FindingView(
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.path(),
                    finding.file(),
                    finding.line(),
                    finding.message(),
                    finding.remedy()))
        .toList();
  }
}
