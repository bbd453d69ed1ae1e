package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S2: a limit is settled when accepted, given its time, and shown by measurement. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class S2SettledTest {

  private final Charger charger;

  S2SettledTest(OcppVersion version) {
    charger = new Charger(version);
  }

  @Test
  void settlesAfterItsTimeAndASampleWithinTheLimit() {
    Line line = Line.charging(charger);
    line.allocate(1, 10_000);

    line.measure(1, "9.9");
    assertThat(line.state().settled()).as("too early").isEmpty();

    line.pass(Duration.ofSeconds(6));
    assertThat(line.state().settled()).as("time alone").isEmpty();

    line.measure(1, "10.9");
    assertThat(line.state().settled()).contains(new Revision(7, 1));
  }

  @Test
  void doesNotSettleWhileItDrawsMore() {
    Line line = Line.charging(charger);
    line.allocate(1, 10_000);
    line.pass(Duration.ofSeconds(6));
    line.measure(1, "11.1");

    assertThat(line.state().settled()).isEmpty();
    assertThat(line.state().disobeys()).isFalse();
  }

  @Test
  void aRaiseHasToSettleToo() {
    Line line = settledAt(10_000);
    line.allocate(2, 20_000);
    line.measure(1, "10");
    assertThat(line.state().settled()).contains(new Revision(7, 1));

    line.pass(Duration.ofSeconds(5));
    line.measure(1, "19");
    assertThat(line.state().settled()).contains(new Revision(7, 2));
  }

  @Test
  void theSameLimitOfANewerRevisionIsSettledAtOnce() {
    Line line = settledAt(10_000);
    line.allocate(2, 10_000);

    assertThat(line.state().settled()).contains(new Revision(7, 2));
  }

  @Test
  void aRefreshUnsettlesNothing() {
    Line line = settledAt(10_000);
    line.pass(Duration.ofMinutes(6));
    line.allocate(2, 10_000);

    assertThat(line.state().settled()).contains(new Revision(7, 2));
  }

  @Test
  void theToleranceGrowsWithTheLimit() {
    Line line = Line.charging(charger);
    line.allocate(1, 30_000);
    line.pass(Duration.ofSeconds(6));
    line.measure(1, "31.5");
    assertThat(line.state().settled()).contains(new Revision(7, 1));
    line.allocate(2, 29_000);
    line.pass(Duration.ofSeconds(6));
    line.measure(1, "30.5");
    assertThat(line.state().settled()).contains(new Revision(7, 1));
  }

  @Test
  void aChargerThatDrawsMoreForThreePeriodsDisobeysUntilItDoesNot() {
    Line line = Line.charging(charger);
    line.allocate(1, 10_000);
    for (int i = 0; i < 4; i++) {
      line.pass(Duration.ofSeconds(5));
      line.measure(1, "16");
    }
    assertThat(line.state().disobeys()).isFalse();

    line.pass(Duration.ofSeconds(5));
    line.measure(1, "16");
    assertThat(line.state().disobeys()).isTrue();
    assertThat(line.counted(GatewayEvent.DISOBEYED)).isEqualTo(1);

    line.pass(Duration.ofSeconds(5));
    line.measure(1, "10");
    assertThat(line.state().disobeys()).isFalse();
    assertThat(line.state().settled()).contains(new Revision(7, 1));
  }

  @Test
  void aDisobedientChargerIsFoundThoughItsLimitKeepsFalling() {
    Line line = Line.charging(charger);
    for (int i = 0; i < 10; i++) {
      line.allocate(i, 20_000 - 500 * i);
      line.pass(Duration.ofSeconds(3));
      line.measure(1, "32");
    }
    assertThat(line.state().disobeys()).isTrue();
  }

  @Test
  void aLimitThatKeepsChangingStillSettlesBehindItsChanges() {
    Line line = Line.charging(charger);
    for (int i = 0; i < 10; i++) {
      line.allocate(i, 20_000 - 100 * i);
      line.pass(Duration.ofSeconds(2));
      line.measure(1, "19");
    }
    assertThat(line.state().settled()).contains(new Revision(7, 7));
  }

  @Test
  void anOlderLimitSettlesThoughANewerOneIsNotKeptYet() {
    Line line = Line.charging(charger);
    line.allocate(1, 20_000);
    line.pass(Duration.ofSeconds(3));
    line.allocate(2, 10_000);
    line.pass(Duration.ofSeconds(3));
    line.measure(1, "19");
    assertThat(line.state().settled()).contains(new Revision(7, 1));

    line.pass(Duration.ofSeconds(3));
    line.measure(1, "19");
    assertThat(line.state().settled()).contains(new Revision(7, 1));
    line.measure(1, "10");
    assertThat(line.state().settled()).contains(new Revision(7, 2));
  }

  @Test
  void aSettledLimitThatIsBrokenSettlesNoNewerRevision() {
    Line line = settledAt(10_000);
    line.measure(1, "15");
    line.allocate(2, 10_000);
    assertThat(line.state().settled()).contains(new Revision(7, 1));

    line.measure(1, "10");
    assertThat(line.state().settled()).contains(new Revision(7, 2));
  }

  @Test
  void aSlowDescentIsNotDisobedience() {
    Line line = Line.charging(charger);
    line.allocate(0, 30_000);
    line.pass(Duration.ofSeconds(10));
    for (int amperes = 29; amperes > 6; amperes--) {
      line.allocate(30 - amperes, amperes * 1000);
      line.measure(1, Integer.toString(amperes + 4));
      line.pass(Duration.ofSeconds(1));
    }
    assertThat(line.state().disobeys()).isFalse();
    assertThat(line.counted(GatewayEvent.DISOBEYED)).isZero();
  }

  @Test
  void withoutMeasurementOnlyAProvenModelSettlesAndOnlyWhereConfigured() {
    SessionSettings defaults = SessionSettings.defaults(Set.of(Line.MODEL));
    assertThat(settledUnmeasured(defaults)).isEmpty();
    assertThat(settledUnmeasured(defaults.settlingUnmeasured())).contains(new Revision(7, 1));
    assertThat(settledUnmeasured(SessionSettings.defaults(Set.of()).settlingUnmeasured()))
        .isEmpty();
  }

  @Test
  void aThreePhaseEvseSettlesOnlyOnAllItsLines() {
    Line line =
        Line.booted(
            charger,
            Sites.of(
                Sites.bay(
                    1,
                    6000,
                    new dev.headroom.core.electrical.Wiring.ThreePhase(
                        dev.headroom.core.electrical.Phase.L1))));
    line.hold(Duration.ofHours(1));
    line.start(1);
    line.allocate(1, 10_000);
    line.pass(Duration.ofSeconds(6));
    line.measure(1, line.now(), Line.current("9", Optional.of("L1")));
    assertThat(line.state().settled()).isEmpty();

    line.measure(
        1,
        line.now(),
        Line.current("9", Optional.of("L1")),
        Line.current("9", Optional.of("L2")),
        Line.current("0", Optional.of("L3")));
    assertThat(line.state().settled()).contains(new Revision(7, 1));
  }

  @Test
  void aRefusedProfileLeavesTheEvseUnacknowledged() {
    Line line = settledAt(10_000);
    charger.refuse(ProfilePurpose.TX);
    line.allocate(2, 8000);
    line.pass(Duration.ofSeconds(20));

    assertThat(line.state().acknowledged().orElseThrow().revision()).isEqualTo(new Revision(7, 1));
    assertThat(line.counted(GatewayEvent.PROFILE_REJECTED)).as("bounded").isEqualTo(3);

    charger.behave();
    line.allocate(3, 7000);
    line.pass(Duration.ofSeconds(2));
    assertThat(line.state().acknowledged().orElseThrow().revision()).isEqualTo(new Revision(7, 3));
  }

  @Test
  void aLimitThatCouldNotBeRefreshedIsNotAcknowledgedAnew() {
    Line line = settledAt(20_000);
    charger.refuse(ProfilePurpose.TX);
    line.pass(Duration.ofMinutes(11));
    line.allocate(2, 20_000);

    assertThat(line.state().acknowledged().orElseThrow().revision()).isEqualTo(new Revision(7, 1));
    assertThat(charger.limit(1, line.now())).as("it has fallen back").isEqualTo(6000);
  }

  @Test
  void afterAnUnansweredWriteTheSameLimitHasToBeShownAgain() {
    Line line = settledAt(10_000);
    charger.fallSilent();
    line.allocate(2, 30_000);
    line.allocate(3, 10_000);
    charger.behave();
    line.pass(Duration.ofSeconds(31));
    assertThat(line.state().acknowledged().orElseThrow().revision()).isEqualTo(new Revision(7, 3));
    assertThat(line.state().settled()).contains(new Revision(7, 1));

    line.pass(Duration.ofSeconds(6));
    line.measure(1, "10");
    assertThat(line.state().settled()).contains(new Revision(7, 3));
  }

  @Test
  void aPauseIsAZeroAndSettlesAtZero() {
    Line line = Line.charging(charger);
    line.allocate(1, 0);
    assertThat(charger.limit(1, line.now())).isZero();
    line.pass(Duration.ofSeconds(6));
    line.measure(1, "0.0");

    assertThat(line.state().settled()).contains(new Revision(7, 1));
    assertThat(line.state().measured().orElseThrow().milliamps().largest()).isZero();
  }

  private Line settledAt(int milliamps) {
    Line line = Line.charging(charger);
    line.allocate(1, milliamps);
    line.pass(Duration.ofSeconds(6));
    line.measure(1, Integer.toString(milliamps / 1000));
    assertThat(line.state().settled()).contains(new Revision(7, 1));
    return line;
  }

  private Optional<Revision> settledUnmeasured(SessionSettings settings) {
    Line line = new Line(new Charger(charger.version()), settings);
    line.open(Optional.of(Sites.oneBay())).boot();
    line.hold(Duration.ofHours(1));
    line.start(1);
    line.allocate(1, 10_000);
    line.pass(Duration.ofSeconds(25));
    return line.state().settled();
  }
}
