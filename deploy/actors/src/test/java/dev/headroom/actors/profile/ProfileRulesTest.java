package dev.headroom.actors.profile;

import static dev.headroom.actors.profile.ProfilePurpose.STATION_MAX;
import static dev.headroom.actors.profile.ProfilePurpose.TX;
import static dev.headroom.actors.profile.ProfilePurpose.TX_DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What OCPP 2.0.1 refuses and 1.6 does not, and what both do alike. */
class ProfileRulesTest {

  private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");
  private static final Transaction RUNNING = new Transaction(Optional.of("tx-1"), T0);
  private static final ProfileFilter ALL =
      new ProfileFilter(Set.of(), OptionalInt.empty(), Optional.empty(), OptionalInt.empty());

  private static ProfileStack stack(ProfileRules rules) {
    return new ProfileStack(rules, StackBounds.ROOMY);
  }

  private static ChargingProfile profile(int id, int level, ProfilePurpose purpose) {
    return profile(id, level, purpose, ProfileKind.ABSOLUTE, Optional.of(T0));
  }

  private static ChargingProfile profile(
      int id, int level, ProfilePurpose purpose, ProfileKind kind, Optional<Instant> start) {
    return new ChargingProfile(
        id,
        level,
        purpose,
        kind,
        purpose == TX ? Optional.of("tx-1") : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Profiles.schedule(Optional.empty(), start, RateUnit.A, 0, 10 + id));
  }

  private static boolean accepts(ProfileStack stack, int evse, ChargingProfile profile) {
    Optional<Transaction> transaction = evse == 0 ? Optional.empty() : Optional.of(RUNNING);
    return stack.install(evse, profile, transaction) instanceof Installation.Accepted;
  }

  @Test
  void anotherIdOnAPlaceIsRejectedIn201AndReplacesIn16() {
    for (ProfilePurpose purpose : new ProfilePurpose[] {TX_DEFAULT, TX}) {
      ProfileStack newer = stack(ProfileRules.OCPP_2_0_1);
      ProfileStack older = stack(ProfileRules.OCPP_1_6);
      assertThat(accepts(newer, 1, profile(1, 3, purpose))).isTrue();
      assertThat(accepts(older, 1, profile(1, 3, purpose))).isTrue();

      assertThat(accepts(newer, 1, profile(2, 3, purpose))).isFalse();
      assertThat(accepts(older, 1, profile(2, 3, purpose))).isTrue();

      assertThat(newer.find(ALL)).extracting(each -> each.profile().id()).containsExactly(1);
      assertThat(older.find(ALL)).extracting(each -> each.profile().id()).containsExactly(2);
      assertThat(accepts(newer, 1, profile(2, 4, purpose))).isTrue();
      assertThat(accepts(newer, 2, profile(3, 3, purpose))).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameIdIsReplacedInPlace(ProfileRules rules) {
    ProfileStack stack = stack(rules);
    accepts(stack, 1, profile(1, 3, TX_DEFAULT));

    assertThat(accepts(stack, 1, profile(1, 5, TX_DEFAULT))).isTrue();

    assertThat(stack.size()).isEqualTo(1);
  }

  @Test
  void only201InsistsOnAStartThatFitsTheKind() {
    ChargingProfile noStart = profile(1, 0, TX_DEFAULT, ProfileKind.ABSOLUTE, Optional.empty());
    ChargingProfile daily = profile(1, 0, TX_DEFAULT, ProfileKind.DAILY, Optional.empty());
    ChargingProfile relative = profile(1, 0, TX_DEFAULT, ProfileKind.RELATIVE, Optional.of(T0));

    for (ChargingProfile wrong : new ChargingProfile[] {noStart, daily, relative}) {
      assertThat(accepts(stack(ProfileRules.OCPP_2_0_1), 1, wrong)).isFalse();
      assertThat(accepts(stack(ProfileRules.OCPP_1_6), 1, wrong)).isTrue();
    }
    assertThat(
            accepts(
                stack(ProfileRules.OCPP_2_0_1),
                1,
                profile(1, 0, TX_DEFAULT, ProfileKind.RELATIVE, Optional.empty())))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void theStationMaximumBelongsToTheStationAndATransactionsProfileDoesNot(ProfileRules rules) {
    assertThat(accepts(stack(rules), 1, profile(1, 0, STATION_MAX))).isFalse();
    assertThat(accepts(stack(rules), 0, profile(1, 0, STATION_MAX))).isTrue();
    assertThat(accepts(stack(rules), 0, profile(1, 0, TX))).isFalse();
  }

  @Test
  void findsByIdOrByWhatIsGiven() {
    ProfileStack stack = stack(ProfileRules.OCPP_2_0_1);
    accepts(stack, 0, profile(1, 0, STATION_MAX));
    accepts(stack, 1, profile(2, 0, TX_DEFAULT));
    accepts(stack, 2, profile(3, 0, TX_DEFAULT));

    assertThat(stack.find(ALL)).hasSize(3);
    assertThat(
            stack.find(
                new ProfileFilter(
                    Set.of(1, 3), OptionalInt.empty(), Optional.empty(), OptionalInt.empty())))
        .extracting(InstalledProfile::connector)
        .containsExactly(0, 2);
    assertThat(
            stack.find(
                new ProfileFilter(
                    Set.of(), OptionalInt.of(2), Optional.of(TX_DEFAULT), OptionalInt.of(0))))
        .extracting(each -> each.profile().id())
        .containsExactly(3);
  }
}
