package dev.headroom.gateway.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.core.electrical.Supply;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.ocpp16.ChargingProfile;
import dev.headroom.gateway.core.ocpp16.ChargingProfileKind;
import dev.headroom.gateway.core.ocpp16.ChargingProfilePurpose;
import dev.headroom.gateway.core.ocpp16.ChargingRateUnit;
import dev.headroom.gateway.core.ocpp16.SetChargingProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** S5: a live profile falls back by itself, and unattended cuts come before unattended rises. */
class S5TailTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Tail tail =
      Tail.of(Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofSeconds(30));

  @Test
  void cutsToTheFallbackAfterItsTtl() {
    assertThat(tail.levels(20_000, 6000, 3))
        .containsExactly(
            new Tail.Level(Duration.ZERO, 20_000),
            new Tail.Level(Duration.ofSeconds(120), 6000),
            new Tail.Level(Duration.ofSeconds(1230), 6000));
  }

  @Test
  void risesToTheFallbackOnlyAfterEveryChargerOfTheSiteHasCut() {
    assertThat(tail.levels(0, 6000, 3))
        .containsExactly(
            new Tail.Level(Duration.ZERO, 0),
            new Tail.Level(Duration.ofSeconds(120), 0),
            new Tail.Level(Duration.ofSeconds(1230), 6000));
  }

  @Test
  void aTtlLongerThanTheSitesLongestIsTheLongest() {
    Tail long_ = Tail.of(Duration.ofMinutes(20), Duration.ofMinutes(10), Duration.ofSeconds(30));

    assertThat(long_.end()).isEqualTo(Duration.ofSeconds(2430));
  }

  @Test
  void aModelWithTwoPeriodsGoesWithoutTheLast() {
    assertThat(tail.levels(0, 6000, 2))
        .containsExactly(
            new Tail.Level(Duration.ZERO, 0), new Tail.Level(Duration.ofSeconds(120), 0));
    assertThat(tail.expiry(0, 6000, 2)).isEmpty();
  }

  @Test
  void aModelWithOnePeriodIsLeftToItsBaseProfileInGoodTime() {
    assertThat(tail.levels(20_000, 6000, 1)).hasSize(1);
    assertThat(tail.expiry(20_000, 6000, 1)).contains(Duration.ofSeconds(120));
    assertThat(tail.expiry(0, 6000, 1)).contains(Duration.ofSeconds(1230));
  }

  @Test
  void aTailThatRisesBeforeItCutsIsRefused() {
    assertThatThrownBy(() -> new Tail(Duration.ofSeconds(20), Duration.ofSeconds(20)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isWrittenAsATxProfileThatStartedAMomentAgo() {
    SetChargingProfile.Req write =
        profiles(new Capabilities(8, ChargingRateUnit.A, 3, OptionalInt.empty()))
            .live(42, 20_499, tail, NOW);

    ChargingProfile live = write.csChargingProfiles();
    assertThat(write.connectorId()).isEqualTo(1);
    assertThat(live.chargingProfilePurpose()).isEqualTo(ChargingProfilePurpose.TxProfile);
    assertThat(live.chargingProfileKind()).isEqualTo(ChargingProfileKind.Absolute);
    assertThat(live.transactionId()).hasValue(42);
    assertThat(live.stackLevel()).isEqualTo(1);
    assertThat(live.validTo()).isEmpty();
    assertThat(live.chargingSchedule().startSchedule()).contains(NOW.minusSeconds(3));
    assertThat(live.chargingSchedule().duration()).isEmpty();
    assertThat(live.chargingSchedule().chargingSchedulePeriod())
        .extracting(period -> period.startPeriod() + ": " + period.limit().toPlainString())
        .containsExactly("0: 20.4", "120: 6.0", "1230: 6.0");
  }

  @Test
  void replacesItselfInPlaceAndNeverTheBase() {
    EvseProfiles profiles = profiles(Capabilities.WORST);

    int first = profiles.live(1, 6000, tail, NOW).csChargingProfiles().chargingProfileId();
    int second = profiles.live(2, 9000, tail, NOW).csChargingProfiles().chargingProfileId();

    assertThat(first).isEqualTo(second);
    assertThat(profiles.base().csChargingProfiles().chargingProfileId()).isNotEqualTo(first);
  }

  @Test
  void roundsWattsDown() {
    SetChargingProfile.Req write =
        profiles(new Capabilities(0, ChargingRateUnit.W, 3, OptionalInt.empty()))
            .live(42, 10_999, tail, NOW);

    assertThat(write.csChargingProfiles().stackLevel()).isZero();
    assertThat(write.csChargingProfiles().chargingSchedule().chargingSchedulePeriod())
        .extracting(period -> period.limit().toPlainString())
        .containsExactly("2287.0", "1248.0", "1248.0");
  }

  private static EvseProfiles profiles(Capabilities capabilities) {
    return new EvseProfiles(Sites.bay(1, 6000), Supply.WYE_208Y_120, capabilities);
  }
}
