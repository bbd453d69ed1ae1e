package dev.headroom.world.setting;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Site;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** The kinds of sites there are. Each draw is another site; whether it is fit, says {@link Fit}. */
enum SiteKind {
  /** One and three lines to neutral at 230 V, with or without a panel of its own for a part. */
  EUROPEAN_GARAGE {
    @Override
    Site draw(SplittableRandom random, Control control) {
      return EuropeanGarage.draw(random, control);
    }
  },
  /** Line to line at 208 V behind standard breakers. */
  AMERICAN_GARAGE {
    @Override
    Site draw(SplittableRandom random, Control control) {
      Posts posts = posts(random, control);
      int maximum = AMERICAN_AMPERES[random.nextInt(AMERICAN_AMPERES.length)];
      int count = random.nextInt(2, 9);
      for (int i = 0; i < count; i++) {
        posts.ac("service", BETWEEN_LINES.get(i % 3), maximum);
      }
      return single(Supply.WYE_208Y_120, Sizing.standard(random), posts, random, control);
    }
  },
  /** Split phase, one or two EVSEs at 240 V, and an oven. */
  HOME {
    @Override
    Site draw(SplittableRandom random, Control control) {
      Posts posts = posts(random, control);
      int maximum = AMERICAN_AMPERES[random.nextInt(AMERICAN_AMPERES.length)];
      int count = random.nextInt(1, 3);
      for (int i = 0; i < count; i++) {
        posts.ac("service", BETWEEN_LINES.getFirst(), maximum);
      }
      return single(Supply.SPLIT_PHASE_120_240, Sizing.home(random), posts, random, control);
    }
  },
  /** 208 V line to line below a transformer from 480 V, delta to wye. */
  BEHIND_A_TRANSFORMER {
    @Override
    Site draw(SplittableRandom random, Control control) {
      return TransformerGarage.draw(random, control);
    }
  },
  /** A DC charger, limited in watts, and some AC posts. */
  DC_LOT {
    @Override
    Site draw(SplittableRandom random, Control control) {
      Posts posts = posts(random, control);
      boolean american = random.nextBoolean();
      Supply supply = american ? Supply.WYE_208Y_120 : Supply.WYE_400Y_230;
      posts.dc("service", supply, random.nextInt(15_000, 40_000), random.nextInt(2000, 5000));
      int count = random.nextInt(1, 5);
      for (int i = 0; i < count; i++) {
        Wiring wiring =
            american
                ? BETWEEN_LINES.get(i % 3)
                : new Wiring.ThreePhase(Phase.values()[random.nextInt(3)]);
        posts.ac("service", wiring, 32);
      }
      Sizing sizing = american ? Sizing.standard(random) : Sizing.full(random);
      return single(supply, sizing, posts, random, control);
    }
  };

  static final List<Wiring> BETWEEN_LINES =
      List.of(
          new Wiring.LineToLine(Phase.L1, Phase.L2),
          new Wiring.LineToLine(Phase.L2, Phase.L3),
          new Wiring.LineToLine(Phase.L3, Phase.L1));

  static final int[] AMERICAN_AMPERES = {16, 24, 32, 40, 48};
  private static final int[] ACCURACIES_PERMILLE = {5, 10, 10, 20};

  abstract Site draw(SplittableRandom random, Control control);

  static Posts posts(SplittableRandom random, Control control) {
    return new Posts(random, control.fallback() == Control.Fallback.PAUSE);
  }

  static int accuracy(SplittableRandom random) {
    return ACCURACIES_PERMILLE[random.nextInt(ACCURACIES_PERMILLE.length)];
  }

  /** Everything on the service entrance itself. */
  private static Site single(
      Supply supply, Sizing sizing, Posts posts, SplittableRandom random, Control control) {
    int breaker = sizing.breakerMilliamps(posts.chargingMilliamps(supply));
    Circuit service = sizing.service(breaker, Set.copyOf(supply.phases()), accuracy(random));
    return new Site("garage", supply, control, List.of(service), posts.all());
  }
}
