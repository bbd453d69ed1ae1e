package dev.headroom.actors.profile;

import static dev.headroom.actors.profile.ProfilePurpose.TX;
import static dev.headroom.actors.profile.ProfilePurpose.TX_DEFAULT;
import static dev.headroom.actors.profile.Profiles.amps;
import static dev.headroom.actors.profile.Profiles.base;
import static dev.headroom.actors.profile.Profiles.live;
import static dev.headroom.actors.profile.Profiles.of;
import static dev.headroom.actors.profile.Profiles.schedule;
import static dev.headroom.actors.profile.Profiles.stationMaximum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.actors.profile.Installation.Accepted;
import dev.headroom.actors.profile.Installation.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileStackTest {

  private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");
  private static final Conductors THREE_PHASE = new Conductors(3, 690, 1000, false);
  private static final Transaction RUNNING = new Transaction(Optional.of("7"), T0);

  private final ProfileStack stack = new ProfileStack(ProfileRules.OCPP_1_6, StackBounds.ROOMY);

  private OptionalInt limitAt(int second) {
    return stack.connectorLimitAt(1, Optional.of(RUNNING), T0.plusSeconds(second), THREE_PHASE);
  }

  private Installation install(int connector, ChargingProfile profile) {
    return stack.install(connector, profile, Optional.of(RUNNING));
  }

  @Test
  void setsNoLimitWithoutAProfile() {
    assertThat(limitAt(0)).isEmpty();
    assertThat(stack.stationMaximumAt(T0, THREE_PHASE)).isEmpty();
  }

  @Test
  void fallsThroughTheWholeTail() {
    install(1, live(2, 7, T0, 0, 16, 600, 10, 1260, 6));

    assertThat(limitAt(0)).hasValue(16_000);
    assertThat(limitAt(599)).hasValue(16_000);
    assertThat(limitAt(600)).hasValue(10_000);
    assertThat(limitAt(1260)).hasValue(6_000);
    assertThat(limitAt(999_999)).hasValue(6_000);
  }

  @Test
  void transactionOverrulesDefaultEvenUpwards() {
    install(0, base(1, 6));
    install(1, live(2, 7, T0, 0, 20));

    assertThat(limitAt(0)).hasValue(20_000);
    assertThat(stack.connectorLimitAt(1, Optional.empty(), T0, THREE_PHASE)).hasValue(6_000);
  }

  @Test
  void connectorDefaultOverrulesStationDefault() {
    install(0, base(1, 6));
    install(1, base(2, 8));

    assertThat(limitAt(0)).hasValue(8_000);
    assertThat(stack.connectorLimitAt(2, Optional.empty(), T0, THREE_PHASE)).hasValue(6_000);
  }

  @Test
  void highestValidStackLevelWins() {
    install(1, of(1, 0, TX_DEFAULT, Optional.empty(), amps(0, 6)));
    install(
        1,
        of(
            2,
            3,
            TX_DEFAULT,
            Optional.empty(),
            schedule(Optional.of(Duration.ofSeconds(60)), Optional.of(T0), RateUnit.A, 0, 12)));

    assertThat(limitAt(59)).hasValue(12_000);
    assertThat(limitAt(60)).hasValue(6_000);
    assertThat(limitAt(-1)).hasValue(6_000);
  }

  @Test
  void sameIdReplacesWhereverItWas() {
    install(0, base(5, 6));
    install(1, of(5, 4, TX_DEFAULT, Optional.empty(), amps(0, 9)));

    assertThat(stack.size()).isEqualTo(1);
    assertThat(stack.connectorLimitAt(2, Optional.empty(), T0, THREE_PHASE)).isEmpty();
    assertThat(limitAt(0)).hasValue(9_000);
  }

  @Test
  void samePurposeAndLevelReplacesOnTheSameConnectorOnly() {
    install(1, base(1, 6));
    install(1, base(2, 8));
    install(2, base(3, 10));

    assertThat(stack.size()).isEqualTo(2);
    assertThat(limitAt(0)).hasValue(8_000);
  }

  @Test
  void honoursItsValidity() {
    ChargingProfile timed =
        new ChargingProfile(
            1,
            0,
            TX_DEFAULT,
            ProfileKind.ABSOLUTE,
            Optional.empty(),
            Optional.of(T0.plusSeconds(10)),
            Optional.of(T0.plusSeconds(20)),
            schedule(Optional.empty(), Optional.of(T0), RateUnit.A, 0, 12));
    install(1, timed);

    assertThat(limitAt(9)).isEmpty();
    assertThat(limitAt(10)).hasValue(12_000);
    assertThat(limitAt(20)).isEmpty();
  }

  @Test
  void relativeBeginsWithTheTransaction() {
    install(1, kind(ProfileKind.RELATIVE, Optional.empty()));

    assertThat(limitAt(29)).hasValue(16_000);
    assertThat(limitAt(30)).hasValue(8_000);
  }

  @Test
  void dailyBeginsAgainEachDay() {
    install(1, kind(ProfileKind.DAILY, Optional.of(T0.minus(Duration.ofDays(3)))));

    assertThat(limitAt(0)).hasValue(16_000);
    assertThat(limitAt(86_399)).hasValue(8_000);
    assertThat(limitAt(86_400)).hasValue(16_000);
  }

  private static ChargingProfile kind(ProfileKind kind, Optional<Instant> start) {
    return new ChargingProfile(
        1,
        0,
        TX_DEFAULT,
        kind,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        schedule(Optional.empty(), start, RateUnit.A, 0, 16, 30, 8));
  }

  @Test
  void turnsWattsIntoAmperesWithItsOwnPhases() {
    install(1, of(1, 0, TX_DEFAULT, Optional.empty(), watts(6900)));

    assertThat(limitAt(0)).hasValue(10_000);
    assertThat(stack.connectorLimitAt(1, Optional.empty(), T0, new Conductors(1, 230, 1000, false)))
        .hasValue(30_000);
  }

  private static ChargingSchedule watts(int watts) {
    return schedule(Optional.empty(), Optional.empty(), RateUnit.W, 0, watts);
  }

  @Test
  void stationMaximumBelongsToTheStation() {
    assertThat(install(1, stationMaximum(1, 32))).isInstanceOf(Rejected.class);
    assertThat(install(0, stationMaximum(1, 32))).isEqualTo(new Accepted());
    assertThat(stack.stationMaximumAt(T0, THREE_PHASE)).hasValue(32_000);
  }

  @Test
  void refusesTransactionProfilesThatFitNoTransaction() {
    assertThat(install(0, live(1, 7, T0, 0, 16))).isInstanceOf(Rejected.class);
    assertThat(install(1, live(1, 8, T0, 0, 16))).isInstanceOf(Rejected.class);
    assertThat(install(1, of(1, 1, TX, Optional.empty(), amps(0, 16))))
        .isInstanceOf(Rejected.class);
    assertThat(stack.install(1, live(1, 7, T0, 0, 16), Optional.empty()))
        .isInstanceOf(Rejected.class);
    assertThat(stack.size()).isZero();
  }

  @Test
  void refusesWhatItHasNoRoomFor() {
    ProfileStack small = new ProfileStack(ProfileRules.OCPP_1_6, new StackBounds(1, 2, 1));
    small.install(1, base(1, 6), Optional.empty());

    assertThat(small.install(2, base(2, 6), Optional.empty())).isInstanceOf(Rejected.class);
    assertThat(small.install(1, base(2, 7), Optional.empty())).isEqualTo(new Accepted());
    assertThat(
            small.install(
                1,
                of(2, 0, TX_DEFAULT, Optional.empty(), amps(0, 6, 1, 7, 2, 8)),
                Optional.empty()))
        .isInstanceOf(Rejected.class);
    assertThat(
            small.install(1, of(2, 2, TX_DEFAULT, Optional.empty(), amps(0, 6)), Optional.empty()))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void transactionProfilesEndWithTheirTransactionAndDefaultsSurviveAReboot() {
    install(1, base(1, 6));
    install(1, live(2, 7, T0, 0, 16));
    install(2, live(3, 7, T0, 0, 16));

    stack.transactionEnded(1);
    assertThat(limitAt(0)).hasValue(6_000);
    assertThat(stack.size()).isEqualTo(2);

    stack.rebooted();
    assertThat(stack.size()).isEqualTo(1);
    assertThat(limitAt(0)).hasValue(6_000);
  }

  @Test
  void clearsByIdAloneOrByAllThatIsGiven() {
    install(1, base(1, 6));
    install(2, base(2, 6));
    install(0, stationMaximum(3, 32));

    assertThat(stack.clear(filter(Set.of(9), OptionalInt.empty(), Optional.empty()))).isZero();
    assertThat(stack.clear(filter(Set.of(1), OptionalInt.of(2), Optional.empty()))).isEqualTo(1);
    assertThat(stack.clear(filter(Set.of(), OptionalInt.empty(), Optional.of(TX_DEFAULT))))
        .isEqualTo(1);
    assertThat(stack.clear(filter(Set.of(), OptionalInt.empty(), Optional.empty()))).isEqualTo(1);
  }

  private static ProfileFilter filter(
      Set<Integer> ids, OptionalInt connector, Optional<ProfilePurpose> purpose) {
    return new ProfileFilter(ids, connector, purpose, OptionalInt.empty());
  }

  @Test
  void onlyLegalSchedulesExist() {
    assertThatThrownBy(Profiles::amps).hasMessageContaining("first period");
    assertThatThrownBy(() -> amps(5, 16)).hasMessageContaining("first period");
    assertThatThrownBy(() -> amps(0, 16, 60, 8, 60, 6)).hasMessageContaining("after the one");
    assertThatThrownBy(() -> amps(0, -1)).hasMessageContaining("never negative");
  }
}
