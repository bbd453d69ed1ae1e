package dev.headroom.allocator.directory;

import dev.headroom.contract.site.Provenance;
import dev.headroom.contract.site.SiteRecord;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Sites that came by a file which is no more. */
final class LostFiles {

  private LostFiles() {}

  /** The sites among the accepted ones whose file is missing from this directory. */
  static List<SiteRecord> in(Path directory, List<Path> present, Collection<SiteRecord> accepted) {
    return accepted.stream()
        .filter(site -> site.accepted().isPresent())
        .filter(
            site ->
                fileOf(site)
                    .filter(file -> directory.equals(file.getParent()))
                    .filter(file -> !present.contains(file))
                    .isPresent())
        .toList();
  }

  /** The file a site is kept in. */
  static Optional<Path> fileOf(SiteRecord site) {
    return site.origin()
        .filter(Provenance::fromFile)
        .map(origin -> Path.of(origin.proposedBy().substring(Provenance.FILE.length())));
  }
}
