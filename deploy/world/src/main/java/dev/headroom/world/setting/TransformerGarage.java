package dev.headroom.world.setting;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.VectorGroup;
import dev.headroom.core.site.BaseRises;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Site;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A service of 480Y/277, and below a delta-wye transformer a panel of 208Y/120 with EVSEs line to
 * line, as at Caltech but small. Either the panel, the transformer or the service is what is short.
 */
final class TransformerGarage {

  private static final Set<Phase> LINES = Set.of(Phase.values());

  /** Secondary line currents of all three lines alike make this many of the primary's: 208/480. */
  private static final double STEP_DOWN = 208.0 / 480;

  private TransformerGarage() {}

  static Site draw(SplittableRandom random, Control control) {
    Posts posts = SiteKind.posts(random, control);
    Sizing sizing = Sizing.standard(random);
    int count = random.nextInt(3, 9);
    int maximum = SiteKind.AMERICAN_AMPERES[random.nextInt(SiteKind.AMERICAN_AMPERES.length)];
    for (int i = 0; i < count; i++) {
      posts.ac("panel", SiteKind.BETWEEN_LINES.get(i % 3), maximum);
    }
    int breaker = sizing.breakerMilliamps(posts.chargingMilliamps(Supply.WYE_208Y_120));
    Circuit panel = panel(breaker, random);
    Circuit service = service(panel, random);
    return new Site("garage", Supply.WYE_480Y_277, control, List.of(service, panel), posts.all());
  }

  private static Circuit panel(int breaker, SplittableRandom random) {
    int worst = (int) (breaker * random.nextDouble(0, 0.2));
    boolean metered = random.nextInt(3) > 0;
    long carries = (long) (breaker * random.nextDouble(0.75, 1.1));
    return new Circuit(
        "panel",
        Optional.of("service"),
        breaker,
        800,
        LINES,
        metered ? Optional.of(new Meter("panel", SiteKind.accuracy(random))) : Optional.empty(),
        Optional.of(PerPhase.same(LINES, worst)),
        true,
        OptionalInt.empty(),
        Sizing.panelRises(worst),
        Optional.of(
            new Transformer(
                (int) (carries * 360 / 1000),
                random.nextBoolean() ? VectorGroup.DYN11 : VectorGroup.DYN1,
                SupplySystem.WYE_480Y_277,
                SupplySystem.WYE_208Y_120)));
  }

  private static Circuit service(Circuit panel, SplittableRandom random) {
    int through = (int) (panel.breakerMilliamps() * STEP_DOWN * random.nextDouble(0.8, 1.5));
    int passedOn = (int) Math.ceil(panel.worstBaseMilliamps(Phase.L1) * 0.51);
    int own = (int) (through * random.nextDouble(0.2, 0.8));
    int step = (int) (own * random.nextDouble(0.5, 0.7));
    int worst = own + passedOn;
    return new Circuit(
        "service",
        Optional.empty(),
        1000 * Math.ceilDiv(through + own, 1000),
        800,
        LINES,
        Optional.of(new Meter("service", SiteKind.accuracy(random))),
        Optional.of(PerPhase.same(LINES, worst)),
        true,
        new BaseRises(
            OptionalInt.of(step),
            OptionalInt.of(Math.min(worst, step + Building.swing(worst - step)))));
  }
}
