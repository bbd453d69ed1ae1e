package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Key;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.lease.SitePermission;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S5: every hop holds a lease. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class S5LeaseTest {

  private final Charger charger;

  S5LeaseTest(OcppVersion version) {
    charger = new Charger(version);
  }

  @Test
  void nothingRisesBeforeALeaseIsHeld() {
    Line line = Line.booted(charger, Sites.oneBay());
    line.start(1);
    line.allocate(1, 20_000);
    line.pass(Duration.ofSeconds(30));
    assertThat(charger.limit(1, line.now())).isEqualTo(6000);

    line.hold(Duration.ofSeconds(10));
    assertThat(charger.limit(1, line.now())).isEqualTo(20_000);
  }

  @Test
  void aLeaseThatRunsOutCutsToTheFallbackAtOnce() {
    Line line = Line.charging(charger);
    line.allocate(1, 20_000);
    line.hold(Duration.ofSeconds(10));
    line.pass(Duration.ofSeconds(9));
    assertThat(charger.limit(1, line.now())).isEqualTo(20_000);

    line.pass(Duration.ofSeconds(1));
    assertThat(charger.limit(1, line.now())).isEqualTo(6000);
    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps()).isEqualTo(6000);
    assertThat(line.counted(GatewayEvent.LEASE_LOST_CUT)).isEqualTo(1);
  }

  @Test
  void aPausedEvseStaysPausedUntilRisesAreLetGo() {
    Line line = Line.charging(charger);
    line.allocate(1, 0);
    line.permit(new SitePermission.CutOnly());
    line.pass(Duration.ofMinutes(1));
    assertThat(charger.limit(1, line.now())).isZero();

    line.permit(new SitePermission.Fallback());
    assertThat(charger.limit(1, line.now())).isEqualTo(6000);
  }

  @Test
  void aPausedEvseDoesNotRiseToTheFallbackForAnAllocationWithoutALease() {
    Line line = Line.charging(charger);
    line.allocate(1, 0);
    line.permit(new SitePermission.CutOnly());
    line.allocate(2, 20_000);
    line.pass(Duration.ofMinutes(6));

    assertThat(charger.limit(1, line.now())).isZero();
  }

  @Test
  void whatCameBeforeTheLeaseWasLostRaisesNothingAfter() {
    Line line = Line.charging(charger);
    line.allocate(1, 20_000);
    line.permit(new SitePermission.CutOnly());
    line.hold(Duration.ofHours(1));
    line.pass(Duration.ofSeconds(30));
    assertThat(charger.limit(1, line.now())).isEqualTo(6000);

    line.allocate(2, 20_000);
    assertThat(charger.limit(1, line.now())).isEqualTo(20_000);
  }

  /** A gateway that was parted, or has just begun, reads what was decided without its word. */
  @Test
  void aBacklogThatComesUnderANewLeaseRaisesNothing() {
    Line line = Line.charging(charger);
    Instant decided = Sites.allocation(new Revision(7, 1), Map.of()).at();
    Instant end = line.now().plus(Duration.ofHours(1));
    line.permit(new SitePermission.CutOnly());
    line.permit(new SitePermission.Held(end, decided.plusMillis(1001)));
    line.allocate(1, 20_000);
    line.pass(Duration.ofSeconds(30));
    assertThat(charger.limit(1, line.now())).isEqualTo(6000);
    line.allocate(2, 0);
    assertThat(charger.limit(1, line.now())).isZero();

    line.permit(new SitePermission.Held(end, decided.plusMillis(1000)));
    line.allocate(3, 20_000);
    assertThat(charger.limit(1, line.now())).isEqualTo(20_000);
  }

  @Test
  void aChangeOfTheSiteDoesNotReviveWhatCameBeforeTheLeaseWasLost() {
    Line line = Line.charging(charger);
    line.allocate(1, 20_000);
    line.permit(new SitePermission.CutOnly());
    line.take(new Input.SiteChanged(Optional.of(Sites.of(Sites.bay(1, 6000), Sites.bay(2, 6000)))));
    line.hold(Duration.ofHours(1));
    line.pass(Duration.ofSeconds(5));

    assertThat(charger.limit(1, line.now())).isEqualTo(6000);
  }

  @Test
  void aCutUnsettlesTheRevisionItCutsBelow() {
    Line line = Line.charging(charger);
    line.allocate(1, 20_000);
    line.pass(Duration.ofSeconds(6));
    line.measure(1, "20");
    assertThat(line.state().settled()).contains(new Revision(7, 1));

    line.permit(new SitePermission.CutOnly());
    assertThat(line.state().settled()).isEmpty();

    line.pass(Duration.ofSeconds(6));
    line.measure(1, "6");
    assertThat(line.state().settled()).contains(new Revision(7, 1));
  }

  @Test
  void anUnsettledRaiseDoesNotSettleTheCutBelowIt() {
    Line line = Line.charging(charger);
    line.allocate(1, 20_000);
    line.pass(Duration.ofSeconds(4));
    line.permit(new SitePermission.CutOnly());
    line.pass(Duration.ofSeconds(3));
    line.measure(1, "19");

    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps()).isEqualTo(6000);
    assertThat(line.state().settled()).isEmpty();
  }

  @Test
  void aDecreaseThatComesWithoutALeaseIsStillObeyed() {
    Line line = Line.charging(charger);
    line.allocate(1, 20_000);
    line.permit(new SitePermission.CutOnly());
    line.allocate(2, 0);

    assertThat(charger.limit(1, line.now())).isZero();
  }

  @Test
  void withoutAnyoneTheChargerCutsThenRisesByItself() {
    Line line = Line.charging(charger);
    line.allocate(1, 20_000);
    Instant last = line.now();
    assertThat(charger.limit(1, last.plus(Duration.ofSeconds(596)))).isEqualTo(20_000);
    assertThat(charger.limit(1, last.plus(Duration.ofMinutes(10)))).isEqualTo(6000);

    line.allocate(2, 0);
    assertThat(charger.limit(1, last.plus(Duration.ofMinutes(20)))).isZero();
    assertThat(charger.limit(1, last.plus(Duration.ofSeconds(1230)))).isEqualTo(6000);
    assertThat(charger.limit(1, last.plus(Duration.ofDays(300)))).isEqualTo(6000);
  }

  @Test
  void aHeldLimitIsRefreshedAtHalfItsTtlAndNotMoreOften() {
    Line line = Line.charging(charger);
    line.allocate(1, 20_000);
    charger.forgetWhatItHeard();
    line.pass(Duration.ofMinutes(31));

    assertThat(charger.toldProfiles()).hasSize(6);
    assertThat(charger.limit(1, line.now())).isEqualTo(20_000);
  }

  @Test
  void anIdleEvseIsLeftToItsBaseProfile() {
    Line line = Line.booted(charger, Sites.oneBay());
    line.hold(Duration.ofHours(1));
    line.allocate(1, 6000);
    charger.forgetWhatItHeard();
    line.pass(Duration.ofMinutes(20));

    assertThat(charger.heard()).isEmpty();
  }

  @Test
  void anUnknownLiveProfileOfAnEarlierConnectionIsCutWhenTheLeaseIsOver() {
    Line first = Line.charging(charger);
    first.allocate(1, 30_000);

    Line second = new Line(charger);
    second.open(
        Optional.of(Sites.oneBay()),
        Optional.of(new StationIdentity("Headroom", "Simulated AC", Optional.empty())),
        new OpenTransaction(
            "1", 1, Optional.of("tag"), OptionalLong.of(0), first.now(), first.now()));
    second.pass(Duration.ofSeconds(31));

    assertThat(charger.limit(1, second.now())).isEqualTo(6000);
    assertThat(second.state().session().orElseThrow().id()).isEqualTo("1");
  }

  @Test
  void aStationTakenOutOfItsSiteIsCutToItsFallback() {
    Line line = Line.charging(charger);
    line.allocate(1, 20_000);
    line.take(new Input.SiteChanged(Optional.empty()));

    assertThat(charger.limit(1, line.now())).isEqualTo(6000);
    assertThat(line.state().online()).isFalse();
  }

  @Test
  void aCutDoesNotWaitForTheRestOfProvisioning() {
    Line line = Line.charging(charger);
    line.allocate(1, 20_000);
    charger.forgetWhatItHeard();
    line.boot();

    assertThat(charger.toldProfiles().getFirst().purpose()).isEqualTo(ProfilePurpose.TX);
    assertThat(charger.limit(1, line.now())).isEqualTo(20_000);
  }

  @Test
  void cutsOvertakeRises() {
    Line line = Line.booted(charger, Sites.of(Sites.bay(1, 6000), Sites.bay(2, 6000)));
    line.hold(Duration.ofHours(1));
    line.start(1);
    line.start(2);
    line.allocate(new Revision(7, 1), Map.of("bay-1", 10_000, "bay-2", 20_000));
    charger.fallSilent();
    line.allocate(new Revision(7, 2), Map.of("bay-1", 11_000, "bay-2", 20_000));
    charger.forgetWhatItHeard();
    line.allocate(new Revision(7, 3), Map.of("bay-1", 12_000, "bay-2", 8000));
    charger.behave();
    line.pass(Duration.ofSeconds(40));

    assertThat(charger.toldProfiles()).extracting(Profile::evseId).containsExactly(2, 1);
    assertThat(charger.limit(1, line.now())).isEqualTo(12_000);
    assertThat(charger.limit(2, line.now())).isEqualTo(8000);
  }

  @Test
  void aChargerWithOnePeriodFallsBackByTheEndOfItsSchedule() {
    charger.with(Key.PERIODS, "1");
    Line line = Line.charging(charger);
    line.allocate(1, 20_000);

    assertThat(charger.limit(1, line.now().plusSeconds(590))).isEqualTo(20_000);
    assertThat(charger.limit(1, line.now().plusSeconds(600))).isEqualTo(6000);
    assertThat(charger.profile(1, ProfilePurpose.TX)).isPresent();
  }
}
