package dev.headroom.gateway.core.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Site;
import dev.headroom.gateway.core.fixture.Sites;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** S5: the lease of a site, and when rises to the fallback may go after it is lost. */
class SiteLeaseTest {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Duration TAIL = Duration.ofSeconds(1230);
  private static final Revision REVISION = new Revision(7, 3);

  private final SiteLease lease =
      new SiteLease(
          new Site(
              "demo-1",
              Supply.WYE_208Y_120,
              new Control(Control.Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY),
              List.of(),
              List.of(Sites.bay(1, 6000), Sites.bay(2, 6000), Sites.lockedOff(Sites.bay(3, 6000)))),
          TAIL,
          START);

  @Test
  void isHeldFromItsRenewalUntilItsEnd() {
    assertThat(lease.at(START)).isEqualTo(new SitePermission.CutOnly());
    lease.renewed(START, START, LEASE);

    assertThat(lease.at(START.plusSeconds(9)))
        .isEqualTo(new SitePermission.Held(START.plusSeconds(10), START));
    assertThat(lease.at(START.plusSeconds(10))).isEqualTo(new SitePermission.CutOnly());
  }

  @Test
  void aBacklogRevivesNothing() {
    lease.renewed(START, START.minusSeconds(60), LEASE);

    assertThat(lease.at(START)).isEqualTo(new SitePermission.CutOnly());
  }

  @Test
  void aGapBeginsItAnewAndARenewalDoesNot() {
    lease.renewed(START.plusSeconds(1), START.plusSeconds(1), LEASE);
    lease.renewed(START.plusSeconds(9), START.plusSeconds(9), LEASE);
    assertThat(lease.at(START.plusSeconds(10)))
        .isEqualTo(new SitePermission.Held(START.plusSeconds(19), START.plusSeconds(1)));

    lease.renewed(START.plusSeconds(80), START.plusSeconds(20), LEASE);
    lease.renewed(START.plusSeconds(80), START.plusSeconds(79), LEASE);
    assertThat(lease.at(START.plusSeconds(81)))
        .isEqualTo(new SitePermission.Held(START.plusSeconds(89), START.plusSeconds(80)));
  }

  @Test
  void anOwnersClockThatIsAheadLengthensNothing() {
    lease.renewed(START, START.plusSeconds(600), LEASE);

    assertThat(lease.at(START.plusSeconds(10))).isEqualTo(new SitePermission.CutOnly());
  }

  @Test
  void anOlderRenewalShortensNothing() {
    lease.renewed(START, START, LEASE);
    lease.renewed(START.plusSeconds(1), START.minusSeconds(5), LEASE);

    assertThat(lease.at(START.plusSeconds(9))).isInstanceOf(SitePermission.Held.class);
  }

  @Test
  void risesWaitUntilEveryCutIsConfirmed() {
    lease.renewed(START, START, LEASE);
    Instant lost = START.plusSeconds(20);
    lease.accept(charging("bay-1", 6000, Optional.of(REVISION), lost));
    lease.accept(charging("bay-2", 20_000, Optional.of(REVISION), lost));
    assertThat(lease.at(lost)).isEqualTo(new SitePermission.CutOnly());

    lease.accept(charging("bay-2", 6000, Optional.empty(), lost));
    assertThat(lease.at(lost))
        .as("acknowledged is not settled")
        .isEqualTo(new SitePermission.CutOnly());

    lease.accept(charging("bay-2", 6000, Optional.of(REVISION), lost));
    assertThat(lease.at(lost)).isEqualTo(new SitePermission.Fallback());
  }

  @Test
  void whatIsUnreachableOrSilentIsNotConfirmed() {
    Instant lost = START.plusSeconds(60);
    lease.accept(charging("bay-1", 0, Optional.of(REVISION), lost));
    assertThat(lease.at(lost)).as("bay-2 unknown").isEqualTo(new SitePermission.CutOnly());

    lease.accept(idle("bay-2", false, lost));
    assertThat(lease.at(lost)).as("bay-2 offline").isEqualTo(new SitePermission.CutOnly());

    lease.accept(idle("bay-2", true, lost.minusSeconds(31)));
    assertThat(lease.at(lost)).as("an older state").isEqualTo(new SitePermission.CutOnly());
    assertThat(lease.at(lost.plusSeconds(31))).isEqualTo(new SitePermission.CutOnly());

    lease.accept(charging("bay-1", 0, Optional.of(REVISION), lost.plusSeconds(31)));
    lease.accept(idle("bay-2", true, lost.plusSeconds(31)));
    assertThat(lease.at(lost.plusSeconds(31))).isEqualTo(new SitePermission.Fallback());
  }

  @Test
  void risesWaitNoLongerThanTheLongestTail() {
    lease.renewed(START, START, LEASE);
    Instant end = START.plus(LEASE).plus(TAIL);

    assertThat(lease.at(end.minusMillis(1))).isEqualTo(new SitePermission.CutOnly());
    assertThat(lease.at(end)).isEqualTo(new SitePermission.Fallback());
  }

  @Test
  void risesLetGoAreNotTakenBackUntilARenewal() {
    Instant lost = START.plusSeconds(1);
    lease.accept(idle("bay-1", true, lost));
    lease.accept(idle("bay-2", true, lost));
    assertThat(lease.at(lost)).isEqualTo(new SitePermission.Fallback());
    lease.accept(idle("bay-2", false, lost.plusSeconds(1)));
    assertThat(lease.at(lost.plusSeconds(1))).isEqualTo(new SitePermission.Fallback());

    lease.renewed(lost.plusSeconds(2), lost.plusSeconds(2), LEASE);
    assertThat(lease.at(lost.plusSeconds(3))).isInstanceOf(SitePermission.Held.class);
    assertThat(lease.at(lost.plusSeconds(12))).isEqualTo(new SitePermission.CutOnly());
  }

  private static EvseState charging(
      String evse, int milliamps, Optional<Revision> settled, Instant at) {
    return new EvseState(
        "demo-1",
        evse,
        OptionalLong.of(1),
        at,
        true,
        Optional.of(new ChargingSession("1", START, true)),
        Optional.of(new Acknowledgement(milliamps, REVISION, at)),
        settled,
        Optional.empty(),
        true,
        true,
        false);
  }

  private static EvseState idle(String evse, boolean online, Instant at) {
    return new EvseState(
        "demo-1",
        evse,
        OptionalLong.of(1),
        at,
        online,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        true,
        false);
  }
}
