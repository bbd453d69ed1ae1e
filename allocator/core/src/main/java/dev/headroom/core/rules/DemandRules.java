package dev.headroom.core.rules;

import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Site;
import java.util.ArrayList;
import java.util.List;

/** Whether a demand cap can be kept at worst-case base load, and when every command stops. */
final class DemandRules {

  private static final String PATH = "spec.control.demandCap";

  private DemandRules() {}

  static List<Finding> check(Site site, SiteFigures figures) {
    List<Finding> findings = new ArrayList<>();
    site.control()
        .demandCap()
        .ifPresent(
            cap -> {
              long base = figures.worstBaseMilliwatts() / 1000;
              long fallbacks = figures.fallbackMilliwatts() / 1000;
              if (base > cap.watts()) {
                findings.add(
                    Finding.warning(
                        PATH,
                        "the worst base load of up to %s alone exceeds the cap of %s"
                            .formatted(kilowatts(base), kilowatts(cap.watts())),
                        "at such times every EVSE is paused, and the cap is not kept"));
              } else if (base + fallbacks > cap.watts()) {
                findings.add(
                    Finding.warning(
                        PATH,
                        "base load and fallbacks of up to %s exceed the cap of %s"
                            .formatted(kilowatts(base + fallbacks), kilowatts(cap.watts())),
                        "when commands stop the cap may not be kept; set smaller fallbacks"));
              }
            });
    return findings;
  }

  private static String kilowatts(long watts) {
    return Amperes.number(watts) + " kW";
  }
}
