package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToNeutral;
import dev.headroom.core.electrical.Wiring.ThreePhase;
import dev.headroom.core.evse.ChargingSession;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines that a vehicle does not use are free for others, within its session (design §6.7). */
class LearnedPhasesTest {

  /** 40 A a line; the vehicle at the three-phase EVSE uses its first line alone. */
  private static ClosedLoop lot() {
    ClosedLoop site =
        new ClosedLoop(
            Sites.on(Supply.WYE_400Y_230)
                .service(50, 10)
                .evse("three", "service", new ThreePhase(Phase.L1), 32, 6)
                .evse("one", "service", new LineToNeutral(L2), 32, 6)
                .tree());
    site.charger("three").uses = source -> source == 0;
    site.plugInAll();
    return site;
  }

  @Test
  void aLineThatIsNotUsedIsGivenToOthersAfterAMinute() {
    ClosedLoop site = lot();
    site.run(Duration.ofSeconds(45));
    assertThat(site.limit("one")).isEqualTo(20_000);
    site.run(Duration.ofSeconds(75), () -> assertThat(site.overloads()).isEmpty());
    assertThat(site.limit("one")).isEqualTo(32_000);
    assertThat(site.limit("three")).isEqualTo(32_000);
  }

  @Test
  void anotherSessionTakesItBack() {
    ClosedLoop site = lot();
    site.run(Duration.ofMinutes(2));
    site.charger("three").session = Optional.of(new ChargingSession("another", site.now(), true));
    site.run(Duration.ofSeconds(1));
    assertThat(site.limit("one")).isLessThanOrEqualTo(20_000);
    site.run(Duration.ofSeconds(45));
    assertThat(site.limit("one")).isEqualTo(20_000);
  }

  /** An electrician may have turned its phases: what was learned is of other lines then. */
  @Test
  void anotherDefinitionOfTheSiteTakesItBack() {
    ClosedLoop site = lot();
    site.run(Duration.ofMinutes(2));
    site.controller().redefine(site.tree(), 2);
    site.run(Duration.ofSeconds(1));
    assertThat(site.limit("one")).isLessThanOrEqualTo(20_000);
  }

  @Test
  void aDrawOnItTakesItBack() {
    ClosedLoop site = lot();
    site.run(Duration.ofMinutes(2));
    site.charger("three").uses = source -> true;
    site.run(Duration.ofSeconds(10));
    site.run(Duration.ofMinutes(1), () -> assertThat(site.overloads()).isEmpty());
    assertThat(site.limit("one")).isEqualTo(20_000);
    assertThat(site.limit("three")).isEqualTo(20_000);
  }
}
