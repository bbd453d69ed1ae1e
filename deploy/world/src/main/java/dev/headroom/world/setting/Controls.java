package dev.headroom.world.setting;

import dev.headroom.core.rules.SiteFigures;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.DemandCap;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Pace;
import dev.headroom.core.site.Sharing;
import dev.headroom.core.site.Site;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** How sites are controlled, by seed. */
final class Controls {

  private static final int ONE_IN_STATIC = 12;
  private static final int ONE_IN_PLAIN_SUMS = 4;
  private static final int ONE_IN_CAPPED = 4;

  private Controls() {}

  static Control draw(SplittableRandom random) {
    Control.Fallback fallback =
        random.nextInt(3) == 0 ? Control.Fallback.PAUSE : Control.Fallback.MINIMUM;
    Control.Mode moving =
        random.nextBoolean() ? Control.Mode.DYNAMIC : Control.Mode.DEMAND_RESPONSE;
    return new Control(
        random.nextInt(ONE_IN_STATIC) == 0 ? Control.Mode.STATIC : moving,
        fallback,
        Control.STALE_AFTER,
        Control.RAISE_DELAY,
        Optional.empty(),
        sharing(random),
        new Pace(Duration.ofMinutes(random.nextLong(2, 10)), Pace.STAGGERED_START));
  }

  private static Sharing sharing(SplittableRandom random) {
    Sharing.Strategy strategy =
        switch (random.nextInt(6)) {
          case 0 -> Sharing.Strategy.PRIORITY_TIERS;
          case 1 -> Sharing.Strategy.FIRST_COME;
          default -> Sharing.Strategy.FAIR_SHARE;
        };
    boolean plain = random.nextInt(ONE_IN_PLAIN_SUMS) == 0;
    return new Sharing(strategy, Map.of(), plain ? Sharing.Sums.PLAIN : Sharing.Sums.PHASOR);
  }

  /** Some sites keep a demand cap, above what they could not help taking. */
  static Site capped(Site site, SplittableRandom random) {
    int roll = random.nextInt(ONE_IN_CAPPED);
    double share = random.nextDouble(0.5, 0.9);
    Duration window = Duration.ofMinutes(random.nextBoolean() ? 15 : 30);
    DemandCap.Windows windows =
        random.nextBoolean() ? DemandCap.Windows.BLOCK : DemandCap.Windows.SLIDING;
    double burst = random.nextBoolean() ? 1 : random.nextDouble(1.05, 1.4);
    if (roll > 0) {
      return site;
    }
    int watts = Math.max(leastWatts(site), (int) (share * continuousWatts(site)));
    DemandCap cap = new DemandCap(watts, window, windows, (int) (watts * burst));
    return with(site, capped(site.control(), cap));
  }

  /** Base load and fallbacks at their worst, and room for any one EVSE's minimum. */
  private static int leastWatts(Site site) {
    SiteFigures figures = SiteFigures.of(site);
    int minimum = site.evses().stream().mapToInt(Evse::minimumMilliamps).max().orElse(0);
    long one = 3L * minimum * site.supply().lineToNeutralVolts() / 1000;
    return (int) ((figures.worstBaseMilliwatts() + figures.fallbackMilliwatts()) / 1000 + one);
  }

  private static long continuousWatts(Site site) {
    Circuit service = site.circuits().getFirst();
    return service.phases().stream()
        .mapToLong(line -> (long) service.continuousMilliamps() * site.supply().volts(line) / 1000)
        .sum();
  }

  private static Control capped(Control control, DemandCap cap) {
    return new Control(
        control.mode(),
        control.fallback(),
        control.staleAfter(),
        control.raiseDelay(),
        Optional.of(cap),
        control.sharing(),
        control.pace());
  }

  static Site with(Site site, Control control) {
    return new Site(site.name(), site.supply(), control, site.circuits(), site.evses());
  }

  /** The same with another rule of sharing. */
  static Control sharing(Control control, Sharing sharing) {
    return new Control(
        control.mode(),
        control.fallback(),
        control.staleAfter(),
        control.raiseDelay(),
        control.demandCap(),
        sharing,
        control.pace());
  }

  /** The same with EVSEs that stop when commands stop. */
  static Control pausing(Control control) {
    return new Control(
        control.mode(),
        Control.Fallback.PAUSE,
        control.staleAfter(),
        control.raiseDelay(),
        control.demandCap(),
        control.sharing(),
        control.pace());
  }
}
