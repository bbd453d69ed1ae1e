package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToNeutral;
import dev.headroom.core.explanation.Explanation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is said of a site that is really controlled, with figures that add up. */
class SentencesOfDecisionsTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static Sites row(int bays) {
    Sites sites = Sites.on(Supply.WYE_400Y_230).service(100, 40);
    for (int bay = 1; bay <= bays; bay++) {
      sites.evse("bay-" + bay, "service", new LineToNeutral(L2), 32, 6);
    }
    return sites.evse("far", "service", new LineToNeutral(L1), 32, 6);
  }

  private static String why(ClosedLoop site, String evse) {
    return new Explanation(site.last.orElseThrow()).why(evse).orElseThrow();
  }

  @Test
  void fourThatShareALineBesideItsBaseLoad() {
    ClosedLoop site = new ClosedLoop(row(4).tree());
    site.base(L2, 36);
    site.plugInAll();
    site.run(MINUTE.multipliedBy(3));

    assertThat(why(site, "bay-3"))
        .isEqualTo(
            "bay-3 gets 11.0 A: its share of L2 on service, which may carry 80.0 A;"
                + " 36.0 A of it is base load and 4 EVSEs share the rest.");
    assertThat(why(site, "far")).isEqualTo("far gets 32.0 A: that is all it is rated for.");
  }

  @Test
  void twoThatShareBesideTheReserveOfTheOthers() {
    ClosedLoop site = new ClosedLoop(row(4).tree());
    site.base(L2, 36);
    site.charger("bay-1").plugIn();
    site.charger("bay-2").plugIn();
    site.run(MINUTE);

    assertThat(why(site, "bay-1"))
        .isEqualTo(
            "bay-1 gets 16.0 A: its share of L2 on service, which may carry 80.0 A;"
                + " 36.0 A of it is base load, 12.0 A is kept for EVSEs that take no part,"
                + " and 2 EVSEs share the rest.");
    assertThat(why(site, "bay-3"))
        .isEqualTo("bay-3 has no vehicle; one that plugs in gets 6.0 A at first.");
  }

  @Test
  void theLastOneWhereMinimumsDoNotFit() {
    ClosedLoop site = new ClosedLoop(row(3).tree());
    site.plugInAll();
    site.run(MINUTE);
    site.base(L2, 66);
    site.run(MINUTE);

    assertThat(why(site, "bay-3"))
        .isEqualTo(
            "bay-3 is paused and waits: L2 on service, which may carry 80.0 A, has no room for one"
                + " more minimum; 66.0 A of it is base load and 3 EVSEs share the rest.");
  }

  @Test
  void aCapOnTheSitesPower() {
    ClosedLoop site = new ClosedLoop(row(2).demandCap(9200).tree());
    site.plugInAll();
    site.run(MINUTE);

    assertThat(why(site, "bay-1"))
        .isEqualTo("bay-1 gets 13.4 A: the demand cap holds the site's power to 9.2 kW.");
  }

  @Test
  void aMeterThatIsSilent() {
    ClosedLoop site = new ClosedLoop(row(4).tree());
    site.plugInAll();
    site.run(MINUTE);
    site.silenceMeter();
    site.run(MINUTE);

    assertThat(why(site, "bay-1"))
        .isEqualTo(
            "bay-1 gets 10.0 A: no meter speaks for L2 on service, so its base load counts at the"
                + " worst; 40.0 A of the 80.0 A it may carry is base load and 4 EVSEs share the"
                + " rest.");
  }
}
