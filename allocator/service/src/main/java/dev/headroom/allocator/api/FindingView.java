package dev.headroom.allocator.api;

import dev.headroom.core.site.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Finding", description = "What is wrong, where, and what to do about it.")
record FindingView(
    @Schema(examples = "error") String severity,
    @Schema(examples = "spec.circuits[2].parent") String path,
    @Schema(description = "The file, if it came from one.") Optional<String> file,
    @Schema(implementation = Integer.class, description = "The line there, from 1, if known.")
        OptionalInt line,
    String message,
    String remedy) {

  static List<FindingView> of(List<Finding> findings) {
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
