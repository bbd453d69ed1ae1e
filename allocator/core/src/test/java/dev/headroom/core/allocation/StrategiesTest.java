package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToNeutral;
import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.site.Sharing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A site's strategy, seen at its EVSEs: three of 32 A behind a service that may carry 40 A. */
class StrategiesTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static ClosedLoop garage(Sharing.Strategy strategy) {
    Sites sites = Sites.on(Supply.WYE_400Y_230).service(50, 0).strategy(strategy);
    for (String evse : List.of("a", "b", "c")) {
      sites.evse(evse, "service", new LineToNeutral(L1), 32, 6);
    }
    return new ClosedLoop(sites.tree());
  }

  private static List<Integer> limits(ClosedLoop site) {
    return List.of(site.limit("a"), site.limit("b"), site.limit("c"));
  }

  private static void needs(ClosedLoop site, String evse, long wattHours, Duration stay) {
    ClosedLoop.Charger charger = site.charger(evse);
    charger.plugIn();
    ChargingSession session = charger.session.orElseThrow();
    ChargingNeeds needs =
        new ChargingNeeds(OptionalLong.of(wattHours), Optional.of(site.now().plus(stay)));
    charger.session =
        Optional.of(new ChargingSession(session.id(), session.startedAt(), true, needs));
  }

  @Test
  void fairSharesAreAlike() {
    ClosedLoop site = garage(Sharing.Strategy.FAIR_SHARE);
    site.plugInAll();
    site.run(MINUTE);
    assertThat(limits(site)).containsExactly(13_400, 13_300, 13_300);
  }

  @Test
  void whoCameFirstIsServedFirstBesideTheMinimumsOfAll() {
    ClosedLoop site = garage(Sharing.Strategy.FIRST_COME);
    for (String evse : List.of("c", "a", "b")) {
      site.charger(evse).plugIn();
      site.run(MINUTE);
    }
    assertThat(limits(site)).containsExactly(6000, 6000, 28_000);
  }

  @Test
  void whoHasTheLeastTimeToSpareIsServedFirstBesideTheMinimumsOfAll() {
    ClosedLoop site = garage(Sharing.Strategy.LEAST_LAXITY);
    site.charger("a").plugIn();
    needs(site, "b", 7000, Duration.ofHours(2));
    needs(site, "c", 1000, Duration.ofHours(3));
    site.run(MINUTE);
    assertThat(limits(site)).containsExactly(6000, 28_000, 6000);
  }

  @Test
  void whoDepartsFirstIsServedFirstBesideTheMinimumsOfAll() {
    ClosedLoop site = garage(Sharing.Strategy.EARLIEST_DEADLINE);
    site.charger("a").plugIn();
    needs(site, "b", 20_000, Duration.ofHours(4));
    needs(site, "c", 1000, Duration.ofHours(3));
    site.run(MINUTE);
    assertThat(limits(site)).containsExactly(6000, 6000, 28_000);
  }
}
