package dev.headroom.contract.site;

import dev.headroom.core.site.Finding;
import java.util.List;

/** What became of a site file. */
public sealed interface SiteFile {

  /** It describes a site that can be run; the warnings are worth reading all the same. */
  record Read(SiteDocument document, List<Finding> warnings) implements SiteFile {
    public Read {
      warnings = List.copyOf(warnings);
    }
  }

  /** It cannot be run; among the findings at least one is an error. */
  record Refused(List<Finding> findings) implements SiteFile {
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
