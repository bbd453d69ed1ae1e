package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Key;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.metering.ReadValue;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.profile.RateUnit;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * S1, S4: a charger that takes watts alone is told those that let no more than its limit flow at
 * the lowest voltage that is plausible. Three phases of 208Y/120: 120 V each.
 */
class S1WattsTest {

  private static final int LIMIT = 16_000;
  private static final double NOMINAL = 120;

  private final Charger charger = new Charger(OcppVersion.OCPP_1_6).with(Key.UNIT, "Power");
  private final Line line =
      Line.booted(charger, Sites.of(Sites.bay(1, 6000, new Wiring.ThreePhase(Phase.L1))));

  private S1WattsTest charging() {
    line.hold(Duration.ofHours(24));
    line.start(1);
    return this;
  }

  private S1WattsTest limited() {
    charging();
    line.allocate(1, LIMIT);
    return this;
  }

  @Test
  void reckonsWithTheLowestVoltageToBeExpectedWhereNoneIsMeasured() {
    limited();
    assertThat(watts()).isEqualTo(16 * 3 * 108.0);
    assertThat(live().unit()).isEqualTo(RateUnit.WATTS);
  }

  @Test
  void reckonsWithTheLowestPhaseThatIsMeasured() {
    limited().measure("120", "117.6", "119");
    assertThat(watts()).isEqualTo(5644);
  }

  @Test
  void reckonsWithNoMoreThanTheSitesVoltage() {
    limited().measure("126", "127", "128");
    assertThat(watts()).isEqualTo(16 * 3 * NOMINAL);
  }

  @Test
  void cutsAtOnceWhenTheVoltageSinks() {
    limited().measure("120", "120", "120");
    long before = writes();
    measure("112.8", "120", "120");

    assertThat(writes()).isEqualTo(before + 1);
    assertThat(watts()).isEqualTo(5414);
  }

  @Test
  void saysHowMuchMoreMayFlowUntilTheCutIsAnswered() {
    limited().measure("120", "120", "120");
    charger.fallSilent();
    measure("96", "96", "96");

    assertThat(line.session().report(line.now()).getFirst().mostMilliamps()).isEqualTo(20_000);
  }

  @Test
  void aSmallSagIsNotWorthTheWear() {
    limited().measure("120", "120", "120");
    long before = writes();
    measure("118", "119", "120");
    assertThat(writes()).isEqualTo(before);
  }

  @Test
  void givesBackSlowlyWhatASagTookWithItsRefreshes() {
    limited().measure("114", "114", "114");
    measure("120", "120", "120");
    assertThat(watts()).as("not at once").isEqualTo(5472.0);

    for (int i = 0; i < 130; i++) {
      line.pass(Duration.ofSeconds(5));
      measure("120", "120", "120");
    }
    assertThat(watts()).isEqualTo(16 * 3 * NOMINAL);
  }

  @Test
  void forgetsWhatItLearnedWhereNothingMoreIsMeasured() {
    limited().measure("120", "120", "120");
    line.pass(Duration.ofSeconds(302));
    assertThat(watts()).isEqualTo(16 * 3 * 108.0);
  }

  @Test
  void learnsNothingFromWhatIsNoVoltageOfThisLoad() {
    limited();
    for (String volts : List.of("60", "208", "0", "NaN", "-120", "1e30")) {
      measure(volts, volts, volts);
    }
    assertThat(watts()).isEqualTo(16 * 3 * 108.0);
  }

  @Test
  void theBaseLetsNoMoreThanTheFallbackFlowAtTheLowestVoltage() {
    charging();
    assertThat(
            charger
                .profile(1, ProfilePurpose.TX_DEFAULT)
                .orElseThrow()
                .periods()
                .getFirst()
                .limit()
                .doubleValue())
        .isEqualTo(6 * 3 * 108.0);
  }

  @Test
  void aLimitThatTheBaseHoldsIsWrittenOnceTheVoltageAllowsMore() {
    charging();
    line.allocate(1, 6000);
    assertThat(charger.profile(1, ProfilePurpose.TX)).as("the base does").isEmpty();

    measure("120", "120", "120");
    assertThat(watts()).isEqualTo(6 * 3 * NOMINAL);
  }

  @Test
  void cutsASagWithoutALeaseToo() {
    limited().measure("120", "120", "120");
    line.permit(new SitePermission.CutOnly());
    assertThat(watts()).isEqualTo(6 * 3 * NOMINAL);
    measure("110.4", "110.4", "110.4");
    assertThat(watts()).isEqualTo(1987);
  }

  /** Whether its charger reckons with what it measures or with what is written on it. */
  @Property(tries = 100)
  void letsNoMoreFlowThanTheLimitHoweverTheVoltageMoves(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 76, max = 124) Integer> percents) {
    S1WattsTest it = new S1WattsTest().limited();
    for (int percent : percents) {
      double volts = NOMINAL * percent / 100;
      it.line.pass(Duration.ofSeconds(5));
      it.measure(volts + "", volts + "", volts + "");
      assertThat(it.watts() / (3 * volts)).as("%s V", volts).isLessThanOrEqualTo(16 * 1.021);
      assertThat(it.watts() / (3 * NOMINAL)).isLessThanOrEqualTo(16);
    }
  }

  private void measure(String... volts) {
    line.measure(
        1,
        line.now(),
        IntStream.range(0, volts.length)
            .mapToObj(i -> Line.value(volts[i], "Voltage", Optional.of("L" + (i + 1) + "-N"), "V"))
            .toArray(ReadValue[]::new));
  }

  private Profile live() {
    return charger.profile(1, ProfilePurpose.TX).orElseThrow();
  }

  private double watts() {
    return live().periods().getFirst().limit().doubleValue();
  }

  private long writes() {
    return line.effects(Effect.ProfileWritten.class).count();
  }
}
