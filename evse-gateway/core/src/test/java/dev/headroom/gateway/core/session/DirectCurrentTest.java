package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.StationAddress;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.profile.RateUnit;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A DC EVSE is limited in watts, and its watts count as current of its lines. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class DirectCurrentTest {

  private static final Output.Dc FIFTY_KILOWATTS =
      new Output.Dc(50_000, 5_000, 5_000, new AcInput(560, 940, 980));

  private final Charger charger;
  private final Line line;

  DirectCurrentTest(OcppVersion version) {
    charger = new Charger(version);
    line = Line.booted(charger, Sites.of(dc()));
    line.hold(Duration.ofHours(1));
    line.start(1);
  }

  @Test
  void isToldWattsThatItsLinesCanCarry() {
    line.allocate(1, 30_000);

    Profile live = charger.profile(1, ProfilePurpose.TX).orElseThrow();
    assertThat(live.unit()).isEqualTo(RateUnit.WATTS);
    assertThat(live.periods().getFirst().limit())
        .isEqualByComparingTo(Integer.toString(FIFTY_KILOWATTS.watts(30_000)));
    assertThat(live.periods()).allSatisfy(period -> assertThat(period.phases()).isEmpty());
    assertThat(charger.profile(1, ProfilePurpose.TX_DEFAULT).orElseThrow().unit())
        .isEqualTo(RateUnit.WATTS);
    assertThat(charger.profile(0, ProfilePurpose.STATION_MAXIMUM).orElseThrow().unit())
        .isEqualTo(RateUnit.WATTS);
  }

  @Test
  void itsPowerCountsOnItsLinesAndItsDirectCurrentDoesNot() {
    line.allocate(1, 30_000);
    line.pass(Duration.ofSeconds(6));
    int watts = FIFTY_KILOWATTS.watts(30_000);
    line.measure(
        1,
        line.now(),
        Line.value("62.5", "Current.Import", Optional.empty(), "A"),
        Line.value("400", "Voltage", Optional.empty(), "V"),
        Line.value(Integer.toString(watts), "Power.Active.Import", Optional.empty(), "W"));

    assertThat(line.state().measured().orElseThrow().milliamps().largest())
        .isEqualTo(FIFTY_KILOWATTS.input().milliamps(watts))
        .isLessThanOrEqualTo(30_000);
    assertThat(line.state().settled()).contains(new Revision(7, 1));
  }

  @Test
  void withoutItsPowerItsCurrentAndVoltageTell() {
    line.measure(1, line.now(), Line.value("50", "Current.Import", Optional.empty(), "A"));
    assertThat(line.state().measured()).isEmpty();

    line.measure(
        1,
        line.now(),
        Line.value("50", "Current.Import", Optional.empty(), "A"),
        Line.value("400", "Voltage", Optional.empty(), "V"));
    assertThat(line.state().measured().orElseThrow().milliamps().largest())
        .isEqualTo(FIFTY_KILOWATTS.input().milliamps(20_000));
  }

  private static Evse dc() {
    return new Evse(
        "bay-1",
        "main",
        200_000,
        new StationAddress("station-1", 1),
        new Wiring.ThreePhase(Phase.L1),
        FIFTY_KILOWATTS,
        true,
        0,
        1,
        Optional.empty(),
        false);
  }
}
