package dev.headroom.world.setting;

import dev.headroom.core.rules.ConductorFigures;
import dev.headroom.core.rules.SiteFigures;
import dev.headroom.core.rules.SiteRules;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Site;

/** Whether a site is worth a run: sound, of use, and too small for what hangs on it. */
final class Fit {

  private static final double LEAST_WANTED = 1.3;
  private static final double MOST_WANTED = 3;

  /** Its smallest current is no more than this of what an EVSE may get when nobody else charges. */
  private static final double USEFUL = 0.9;

  private Fit() {}

  static boolean isFit(Site site) {
    if (!isSound(site)) {
      return false;
    }
    SiteFigures figures = SiteFigures.of(site);
    double wanted = wanted(figures);
    return wanted >= LEAST_WANTED && wanted <= MOST_WANTED && isOfUse(figures);
  }

  /** By the product's own rules. */
  static boolean isSound(Site site) {
    return SiteRules.check(site).stream().noneMatch(Finding::isError);
  }

  /** How many times what the building usually leaves charging wants, where that is worst. */
  static double wanted(SiteFigures figures) {
    double most = 0;
    for (ConductorFigures conductor : figures.conductors()) {
      double left = conductor.continuous() - usualBase(conductor);
      most = Math.max(most, left <= 0 ? Double.POSITIVE_INFINITY : conductor.reach() / left);
    }
    return most;
  }

  /** What the building usually takes there. */
  static double usualBase(ConductorFigures conductor) {
    Circuit circuit = conductor.circuit();
    int step = circuit.parent().isEmpty() ? circuit.rises().largestStepMilliamps().orElse(0) : 0;
    double usual = Building.USUAL_SHARE * Math.max(0, conductor.worstBase() - step);
    return Math.max(usual, conductor.lowestBase());
  }

  private static boolean isOfUse(SiteFigures figures) {
    for (ConductorFigures conductor : figures.conductors()) {
      int base = (int) usualBase(conductor);
      double room =
          Math.min(
              conductor.continuous() - base,
              Math.min(
                  conductor.blind().besideWithoutLinks(base),
                  conductor.blind().besideWithoutMeter(base)));
      for (Evse evse : conductor.evses()) {
        if (evse.minimumMilliamps() > USEFUL * room) {
          return false;
        }
      }
    }
    return true;
  }
}
