package dev.headroom.core.rules;

import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a site is sound as a whole: a tree, with unique names and addresses, phases that are
 * there, and fallbacks that fit beside the worst-case base load even if every command stops.
 */
public final class SiteRules {

  private SiteRules() {}

  /**
   * All that is wrong with a site, errors and warnings. The paths are those of its document, such
   * as {@code spec.circuits[2].parent}. Sums are only judged once the tree itself is sound.
   */
  public static List<Finding> check(Site site) {
    List<Finding> findings = new ArrayList<>(TreeRules.check(site));
    findings.addAll(EvseRules.check(site));
    findings.addAll(SharingRules.check(site));
    if (findings.stream().noneMatch(Finding::isError)) {
      findings.addAll(LoadRules.check(site));
    }
    return List.copyOf(findings);
  }
}
