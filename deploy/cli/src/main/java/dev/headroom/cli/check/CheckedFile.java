package dev.headroom.cli.check;

import dev.headroom.contract.site.SiteFile;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Site;
import java.util.List;
import java.util.Optional;

/**
 * A site file and what came of it.
 *
 * @param name as it was given, {@code -} being standard input
 */
record CheckedFile(String name, SiteFile outcome) {

  boolean accepted() {
    return outcome instanceof SiteFile.Read;
  }

  List<Finding> findings() {
    return switch (outcome) {
      case SiteFile.Read read -> read.warnings();
      case SiteFile.Refused refused -> refused.findings();
    };
  }

  /** The site, if it was accepted. */
  Optional<Site> site() {
    return outcome instanceof SiteFile.Read read
        ? Optional.of(read.document().site())
        : Optional.empty();
  }
}
