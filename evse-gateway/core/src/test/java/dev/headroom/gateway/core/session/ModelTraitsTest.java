package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.model.ModelPattern;
import dev.headroom.gateway.core.model.ModelTable;
import dev.headroom.gateway.core.model.Models;
import dev.headroom.gateway.core.model.TraitsBuilder;
import dev.headroom.gateway.core.model.WakeUp;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.profile.RateUnit;
import dev.headroom.gateway.core.profile.TailKind;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Chargers that do otherwise than they say, and what is told to those whose model is known. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class ModelTraitsTest {

  private static final Predicate<Profile> WITH_A_ZERO =
      profile -> profile.periods().stream().anyMatch(period -> period.limit().signum() == 0);

  private final Charger charger;

  ModelTraitsTest(OcppVersion version) {
    charger = new Charger(version);
  }

  @Test
  void wattsForOneThatTakesThemAloneThoughItClaimsBoth() {
    charger.refusing(profile -> profile.unit() == RateUnit.AMPERES);
    Line line = charging(TraitsBuilder.start().unit(RateUnit.WATTS));
    line.allocate(1, 16_000);

    assertThat(line.counted(GatewayEvent.PROFILE_REJECTED)).isZero();
    assertThat(live().unit()).isEqualTo(RateUnit.WATTS);
    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps()).isEqualTo(16_000);
  }

  @Test
  void levelZeroForOneThatKnowsNoOtherThoughItClaimsEight() {
    charger.refusing(profile -> profile.slot().stackLevel() > 0);
    Line line = charging(TraitsBuilder.start().maxStackLevel(0));
    line.allocate(1, 16_000);

    assertThat(line.counted(GatewayEvent.PROFILE_REJECTED)).isZero();
    assertThat(live().slot().stackLevel()).isZero();
  }

  @Test
  void theLeastThereIsForOneThatTakesNoZero() {
    charger.refusing(WITH_A_ZERO);
    Line line = charging(TraitsBuilder.start().takesZero(false));
    line.allocate(1, 16_000);
    line.allocate(2, 0);

    assertThat(line.counted(GatewayEvent.PROFILE_REJECTED)).isZero();
    assertThat(charger.limit(1, line.now())).isEqualTo(6000);
    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps()).isEqualTo(6000);
    line.allocate(3, 0);
    assertThat(line.state().acknowledged().orElseThrow().revision()).isEqualTo(new Revision(7, 3));
  }

  @Test
  void theLeastThereIsForOneNobodyKnowsOnceItHasRefusedZeroOftenEnough() {
    charger.refusing(WITH_A_ZERO);
    Line line = charging(TraitsBuilder.start());
    line.allocate(1, 16_000);
    line.allocate(2, 0);
    assertThat(charger.limit(1, line.now())).isEqualTo(16_000);

    line.pass(Duration.ofSeconds(10));
    assertThat(charger.limit(1, line.now())).isEqualTo(6000);
    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps()).isEqualTo(6000);
    assertThat(line.counted(GatewayEvent.PROFILE_REJECTED)).isEqualTo(3);
  }

  @Test
  void aFallbackOfZeroIsNotCountedWhereNoZeroIsTaken() {
    charger.refusing(WITH_A_ZERO);
    Line line =
        Line.charging(
            charger,
            models(TraitsBuilder.start().takesZero(false).proven(true)),
            Sites.of(Sites.bay(1, 0)));

    assertThat(
            charger
                .profile(1, ProfilePurpose.TX_DEFAULT)
                .orElseThrow()
                .periods()
                .getFirst()
                .limit())
        .as("better than its own maximum")
        .isEqualByComparingTo("6");
    assertThat(line.state().baseAccepted()).as("but not the fallback").isFalse();
  }

  @Test
  void aScheduleThatNeedsAClockProvesNothingWithoutOne() {
    Line line = charging(TraitsBuilder.start().clockTrusted(false).proven(true));
    assertThat(line.state().fallbackProven()).isFalse();
  }

  @Test
  void aRelativeTailForOneThatCountsFromReceipt() {
    Line line =
        charging(TraitsBuilder.start().clockTrusted(false).tail(TailKind.RELATIVE).proven(true));
    line.allocate(1, 16_000);

    assertThat(line.state().fallbackProven()).isTrue();
    assertThat(live().start()).isEmpty();
    assertThat(live().periods()).hasSize(3);
  }

  @Test
  void oneThatFallsBackByTheEndOfItsScheduleGetsOneLevel() {
    Line line = charging(TraitsBuilder.start().tail(TailKind.DURATION).proven(true));
    line.allocate(1, 16_000);

    assertThat(line.state().fallbackProven()).isTrue();
    assertThat(live().periods()).hasSize(1);
    assertThat(charger.limit(1, line.now().plus(Duration.ofMinutes(9)))).isEqualTo(16_000);
    assertThat(charger.limit(1, line.now().plus(Duration.ofMinutes(10)))).isEqualTo(6000);
  }

  @Test
  void oneWithoutATailIsNeverProven() {
    Line line = charging(TraitsBuilder.start().tail(TailKind.NONE).proven(true));
    assertThat(line.state().fallbackProven()).isFalse();
  }

  @Test
  void asManyPeriodsAsItFollowsThoughItClaimsSix() {
    Line line = charging(TraitsBuilder.start().maxPeriods(2));
    line.allocate(1, 16_000);

    assertThat(live().periods()).hasSize(2);
  }

  @Test
  void itsOwnTimeToSettle() {
    Line line = charging(TraitsBuilder.start().settle(Duration.ofSeconds(20)));
    line.allocate(1, 10_000);
    line.pass(Duration.ofSeconds(19));
    line.measure(1, "9.9");
    assertThat(line.state().settled()).isEmpty();

    line.pass(Duration.ofSeconds(1));
    line.measure(1, "9.9");
    assertThat(line.state().settled()).contains(new Revision(7, 1));
  }

  @Test
  void theCurrentsItsPilotKnows() {
    Line line =
        charging(TraitsBuilder.start().pilot(new PilotSteps.Set(6000, 8000, 16_000, 32_000)));
    line.allocate(1, 31_000);

    assertThat(charger.limit(1, line.now())).isEqualTo(16_000);
    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps()).isEqualTo(16_000);
  }

  @Test
  void theLimitOnceMoreForOneThatDoesNotWakeUp() {
    Line line = charging(TraitsBuilder.start().wakeUp(WakeUp.REWRITE));
    line.allocate(1, 0);
    line.allocate(2, 16_000);
    charger.forgetWhatItHeard();
    line.pass(Duration.ofSeconds(34));
    assertThat(charger.toldProfiles()).isEmpty();

    line.pass(Duration.ofSeconds(2));
    assertThat(charger.toldProfiles()).hasSize(1);
    line.pass(Duration.ofMinutes(2));
    assertThat(charger.toldProfiles()).as("once").hasSize(1);
  }

  @Test
  void nothingMoreForOneThatDoesWakeUp() {
    Line line = charging(TraitsBuilder.start().wakeUp(WakeUp.REWRITE));
    line.allocate(1, 0);
    line.allocate(2, 16_000);
    charger.forgetWhatItHeard();
    line.pass(Duration.ofSeconds(10));
    line.measure(1, "14");
    line.pass(Duration.ofMinutes(2));

    assertThat(charger.toldProfiles()).isEmpty();
  }

  @Test
  void itsOwnTimeToLiveAndRefresh() {
    Line line =
        charging(TraitsBuilder.start().ttl(Duration.ofMinutes(2)).refresh(Duration.ofSeconds(40)));
    line.allocate(1, 16_000);
    assertThat(charger.limit(1, line.now().plusSeconds(119))).isEqualTo(6000);
    assertThat(charger.limit(1, line.now().plusSeconds(110))).isEqualTo(16_000);

    charger.forgetWhatItHeard();
    line.pass(Duration.ofSeconds(39));
    assertThat(charger.toldProfiles()).isEmpty();
    line.pass(Duration.ofSeconds(2));
    assertThat(charger.toldProfiles()).hasSize(1);
  }

  @Test
  void provenForTheFirmwareThatWasTestedAlone() {
    Models tested =
        new ModelTable(
            List.of(
                new ModelTable.Entry(
                    new ModelPattern("Headroom", "Simulated*", "1.*"),
                    TraitsBuilder.start().proven(true).build())));
    assertThat(Line.charging(charger, tested).state().fallbackProven()).isTrue();

    Models another =
        new ModelTable(
            List.of(
                new ModelTable.Entry(
                    new ModelPattern("Headroom", "Simulated*", "2.*"),
                    TraitsBuilder.start().proven(true).build())));
    assertThat(Line.charging(new Charger(charger.version()), another).state().fallbackProven())
        .isFalse();
  }

  private Line charging(TraitsBuilder traits) {
    return Line.charging(charger, models(traits));
  }

  private static Models models(TraitsBuilder traits) {
    return new ModelTable(
        List.of(new ModelTable.Entry(ModelPattern.of("Headroom", "*"), traits.build())));
  }

  private Profile live() {
    return charger.profile(1, ProfilePurpose.TX).orElseThrow();
  }
}
