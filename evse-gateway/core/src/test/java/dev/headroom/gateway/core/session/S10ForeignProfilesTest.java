package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Key;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Profiles201;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.ocpp201.ClearChargingProfile;
import dev.headroom.gateway.core.ocpp201.GetChargingProfiles;
import dev.headroom.gateway.core.ocpp201.ReportChargingProfiles;
import dev.headroom.gateway.core.ocpp201.SetChargingProfile;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.profile.RateUnit;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.rpc.Request;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * S10: a base profile counts once no other can overrule it. OCPP 2.0.1 K01.FR.06, K01.FR.39: a
 * profile at the level of another is refused.
 */
class S10ForeignProfilesTest {

  private final Charger charger = new Charger(OcppVersion.OCPP_2_0_1);

  @Test
  void oursStandsBesideTheirsBeforeTheirsGoes() {
    charger.holding(foreign(777, 1, 0, ProfilePurpose.TX_DEFAULT));
    Line line = Line.booted(charger, Sites.oneBay());

    List<Request> heard = charger.heard();
    int cleared = heard.indexOf(first(heard, ClearChargingProfile.Req.class));
    assertThat(heard.subList(0, cleared))
        .filteredOn(SetChargingProfile.Req.class::isInstance)
        .hasSize(2);
    assertThat(charger.profiles()).extracting(profile -> profile.slot().id()).doesNotContain(777);
    Profile base = charger.profile(1, ProfilePurpose.TX_DEFAULT).orElseThrow();
    assertThat(base.slot().stackLevel()).isEqualTo(1);
    assertThat(line.state().baseAccepted()).isTrue();
    assertThat(line.counted(GatewayEvent.FOREIGN_PROFILE)).isEqualTo(1);
    assertThat(line.counted(GatewayEvent.PROFILE_REJECTED)).isZero();
  }

  @Test
  void theBaseDoesNotCountWhileTheirsCouldOverruleIt() {
    charger.holding(foreign(777, 1, 5, ProfilePurpose.TX_DEFAULT));
    charger.refuseToClear(true);
    Line line = Line.booted(charger, Sites.oneBay());
    line.pass(Duration.ofMinutes(1));
    assertThat(charger.profile(1, ProfilePurpose.TX_DEFAULT).orElseThrow().slot().id())
        .isEqualTo(777);
    assertThat(line.state().baseAccepted()).isFalse();

    charger.refuseToClear(false);
    line.pass(Duration.ofMinutes(11));
    assertThat(line.state().baseAccepted()).isTrue();
  }

  @Test
  void whereNoLevelIsFreeTheirsIsReplacedUnderItsOwnId() {
    charger.with(Key.STACK_LEVEL, "0").holding(foreign(777, 0, 0, ProfilePurpose.STATION_MAXIMUM));
    charger.holding(foreign(778, 1, 0, ProfilePurpose.TX_DEFAULT));
    Line line = Line.booted(charger, Sites.oneBay());

    assertThat(charger.profile(1, ProfilePurpose.TX_DEFAULT).orElseThrow().periods())
        .extracting(Profile.Period::limit)
        .containsExactly(new BigDecimal("6.0"));
    assertThat(charger.profiles())
        .extracting(profile -> profile.slot().id())
        .containsExactlyInAnyOrder(777, 778);
    assertThat(charger.heard()).noneMatch(ClearChargingProfile.Req.class::isInstance);
    assertThat(line.state().baseAccepted()).isTrue();
  }

  /** A charger that said once it knows one level, and took our base at the next before that. */
  @Test
  void whatWeLeftUnderAnotherIdIsClearedToo() {
    charger.with(Key.STACK_LEVEL, "0").holding(foreign(777, 1, 0, ProfilePurpose.TX_DEFAULT));
    charger.holding(foreign(10_001, 1, 1, ProfilePurpose.TX_DEFAULT));
    charger.holding(foreign(10_002, 2, 1, ProfilePurpose.TX_DEFAULT));
    Line line = Line.booted(charger, Sites.oneBay());

    assertThat(base(1)).isEqualByComparingTo("6");
    assertThat(base(2)).as("of an EVSE that is not ours").isEqualByComparingTo("32");
    assertThat(line.state().baseAccepted()).isTrue();
  }

  @Test
  void whereNoLevelIsFreeTheStationsOwnIsClearedSinceNoSingleEvseMayReplaceIt() {
    charger.with(Key.STACK_LEVEL, "0").holding(foreign(777, 0, 0, ProfilePurpose.TX_DEFAULT));
    Line line = Line.booted(charger, Sites.of(Sites.bay(1, 6000), Sites.bay(2, 8000)));
    line.pass(Duration.ofMinutes(1));

    assertThat(base(1)).isEqualByComparingTo("6");
    assertThat(base(2)).isEqualByComparingTo("8");
    assertThat(line.state("bay-1").baseAccepted()).isTrue();
    assertThat(line.state("bay-2").baseAccepted()).isTrue();
  }

  @Test
  void aLiveProfileTakesAFreeLevelToo() {
    charger.holding(foreign(779, 1, 1, ProfilePurpose.TX));
    charger.refuseToClear(true);
    Line line = Line.booted(charger, Sites.oneBay());
    line.pass(Duration.ofMinutes(1));
    line.hold(Duration.ofHours(1));
    line.start(1);
    line.allocate(1, 20_000);

    assertThat(charger.toldProfiles().getLast().slot().stackLevel()).isZero();
    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps()).isEqualTo(20_000);
  }

  @Test
  void aSecondBootFindsOursAndClearsNothing() {
    Line line = Line.booted(charger, Sites.oneBay());
    charger.forgetWhatItHeard();
    line.boot();

    assertThat(charger.heard()).noneMatch(ClearChargingProfile.Req.class::isInstance);
    assertThat(charger.profilesOn(1)).isEqualTo(1);
    assertThat(line.state().baseAccepted()).isTrue();
  }

  @Test
  void aStationThatPromisesAListAndDoesNotSendItIsProvisionedAllTheSame() {
    charger.holding(foreign(777, 1, 3, ProfilePurpose.TX_DEFAULT)).withoutReports();
    Line line = Line.booted(charger, Sites.oneBay());
    assertThat(line.state().baseAccepted()).isFalse();
    line.pass(Duration.ofSeconds(31));

    assertThat(line.counted(GatewayEvent.PROFILES_NOT_LISTED)).isEqualTo(1);
    assertThat(line.state().baseAccepted()).isTrue();
  }

  /** Booted again while it lists, a charger may still send the rest of the former list. */
  @Test
  void aListThatWasAskedForBeforeSaysNothingOfTheOneThatIsAwaited() {
    charger.holding(foreign(777, 1, 3, ProfilePurpose.TX_DEFAULT)).withoutReports();
    Line line = Line.booted(charger, Sites.oneBay());
    line.boot();
    List<Integer> asked = listsAskedFor();
    assertThat(asked).hasSize(2).doesNotHaveDuplicates();

    line.call(report(asked.getFirst()));
    assertThat(line.state().baseAccepted()).isFalse();

    line.call(report(asked.getLast(), 777));
    assertThat(charger.profiles()).extracting(profile -> profile.slot().id()).doesNotContain(777);
    assertThat(line.state().baseAccepted()).isTrue();
  }

  /** The site changes while it lists: the former list ends before the next one is asked for. */
  @Test
  void aListThatWasAskedForBeforeSaysNothingOfOneThatIsYetToBeAskedFor() {
    charger.holding(foreign(777, 1, 3, ProfilePurpose.TX_DEFAULT)).withoutReports();
    Line line = Line.booted(charger, Sites.oneBay());
    charger.fallSilent();
    line.take(new Input.SiteChanged(Optional.of(Sites.of(Sites.bay(1, 8000)))));
    line.call(report(listsAskedFor().getFirst()));
    charger.behave();
    line.pass(Duration.ofSeconds(35));
    assertThat(listsAskedFor()).hasSize(2);
    assertThat(line.state().baseAccepted()).isFalse();

    line.call(report(listsAskedFor().getLast(), 777));
    assertThat(charger.profiles()).extracting(profile -> profile.slot().id()).doesNotContain(777);
    assertThat(line.state().baseAccepted()).isTrue();
  }

  private List<Integer> listsAskedFor() {
    return charger.heard().stream()
        .filter(GetChargingProfiles.Req.class::isInstance)
        .map(request -> ((GetChargingProfiles.Req) request).requestId())
        .toList();
  }

  private ReportChargingProfiles.Req report(int requestId, Integer... ids) {
    return new ReportChargingProfiles.Req(
        requestId,
        "CSO",
        1,
        charger.profiles().stream()
            .filter(profile -> List.of(ids).contains(profile.slot().id()))
            .map(Profiles201::reported)
            .toList(),
        Optional.empty());
  }

  private BigDecimal base(int evseId) {
    Profile base = charger.profile(evseId, ProfilePurpose.TX_DEFAULT).orElseThrow();
    return base.periods().getFirst().limit();
  }

  private static Profile foreign(int id, int evseId, int level, ProfilePurpose purpose) {
    return new Profile(
        evseId,
        new Profile.Slot(id, level),
        purpose,
        purpose == ProfilePurpose.TX ? Optional.of("theirs") : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        RateUnit.AMPERES,
        List.of(new Profile.Period(0, new BigDecimal("32"), OptionalInt.of(1))));
  }

  private static Request first(List<Request> heard, Class<? extends Request> type) {
    return heard.stream().filter(type::isInstance).findFirst().orElseThrow();
  }
}
