package dev.headroom.core.site;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

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
              long base = watts(site, figures, ConductorFigures::worstBase);
              long fallbacks = watts(site, figures, ConductorFigures::fallbacks);
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

  private static long watts(
      Site site, SiteFigures figures, ToLongFunction<ConductorFigures> milliamps) {
    return figures.service().stream()
            .mapToLong(it -> site.supply().volts(it.phase()) * milliamps.applyAsLong(it))
            .sum()
        / 1000;
  }

  private static String kilowatts(long watts) {
    return Amperes.number(watts) + " kW";
  }
}
