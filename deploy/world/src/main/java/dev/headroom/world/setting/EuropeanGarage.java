package dev.headroom.world.setting;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * 400Y/230: EVSEs on one line and on three with rotated terminals; on some a deck has its own panel
 * with its own meter.
 */
final class EuropeanGarage {

  private static final Supply SUPPLY = Supply.WYE_400Y_230;
  private static final Set<Phase> LINES = Set.copyOf(SUPPLY.phases());
  private static final int[] MAXIMA_AMPERES = {16, 16, 20, 32};

  private EuropeanGarage() {}

  static Site draw(SplittableRandom random, Control control) {
    Posts posts = SiteKind.posts(random, control);
    Sizing sizing = Sizing.full(random);
    boolean withDeck = random.nextBoolean();
    int maximum = MAXIMA_AMPERES[random.nextInt(MAXIMA_AMPERES.length)];
    int count = random.nextInt(2, 9);
    int ofThree = random.nextInt(1, 4);
    int onDeck = withDeck ? Math.ceilDiv(count, 2) : 0;
    for (int i = 0; i < count; i++) {
      posts.ac(i < onDeck ? "deck" : "service", wiring(random, ofThree), maximum);
    }
    int breaker = sizing.breakerMilliamps(posts.chargingMilliamps(SUPPLY));
    Circuit service = sizing.service(breaker, LINES, SiteKind.accuracy(random));
    List<Circuit> circuits = new ArrayList<>(List.of(service));
    if (withDeck) {
      circuits.add(deck(service, random));
    }
    return new Site("garage", SUPPLY, control, circuits, posts.all());
  }

  private static Wiring wiring(SplittableRandom random, int ofThree) {
    Phase line = Phase.values()[random.nextInt(3)];
    return random.nextInt(3) < ofThree
        ? new Wiring.ThreePhase(line)
        : new Wiring.LineToNeutral(line);
  }

  /** Its light and fans are some of what the service's step leaves. */
  private static Circuit deck(Circuit service, SplittableRandom random) {
    int worst = service.worstBaseMilliamps(Phase.L1);
    int left = worst - service.rises().largestStepMilliamps().orElse(0);
    int own = (int) (left * random.nextDouble(0.1, 0.5));
    int breaker = 1000 * (int) (service.breakerMilliamps() * random.nextDouble(0.5, 0.95) / 1000);
    return new Circuit(
        "deck",
        Optional.of("service"),
        breaker,
        1000,
        LINES,
        Optional.of(new Meter("deck", SiteKind.accuracy(random))),
        Optional.of(PerPhase.same(LINES, own)),
        true,
        Sizing.panelRises(own));
  }
}
