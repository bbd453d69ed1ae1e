package dev.headroom.allocator.api;

import dev.headroom.allocator.directory.RefusedFile;
import dev.headroom.contract.site.Provenance;
import dev.headroom.contract.site.Rejection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Rejection", description = "A definition that was refused, and why.")
record RejectionView(String proposedBy, Instant at, List<FindingView> findings) {

  static RejectionView of(Rejection rejection) {
    return new RejectionView(
        rejection.proposedBy(), rejection.at(), FindingView.of(rejection.findings()));
  }

  static RejectionView of(RefusedFile file) {
    return new RejectionView(
        Provenance.FILE + file.file(), file.at(), FindingView.of(file.findings()));
  }
}
