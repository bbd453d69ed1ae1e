package dev.headroom.core.allocation;

import static dev.headroom.core.attention.Attention.AT_REST;
import static dev.headroom.core.attention.Attention.SOON;
import static dev.headroom.core.attention.Attention.TOGETHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.attention.Attention;
import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.ThreePhase;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** When a site is looked at: one EVSE at 16 A beside 20 A of base load, its raises long over. */
class AttentionTest {

  private static final int DRAWN = 16_000;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final SiteTree TREE =
      Sites.on(Supply.WYE_400Y_230)
          .service(100, 50)
          .evse("one", "service", new ThreePhase(Phase.L1), 16, 6)
          .tree();

  private final SiteController controller = new SiteController(TREE, 1, 1, Optional.empty());
  private final Attention attention = new Attention(TREE);
  private final Instant pluggedIn = Looks.NOW;
  private Instant now = Looks.NOW;
  private Revision revision = new Revision(0, 0);

  AttentionTest() {
    comesToRest();
  }

  private void comesToRest() {
    for (int second = 0; second < 40; second++) {
      now = now.plus(SECOND);
      reads(DRAWN + 20_000);
      samples(DRAWN);
      looks();
    }
  }

  private void looks() {
    controller.decide(now).ifPresent(allocation -> revision = allocation.revision());
    attention.looked(controller, now);
  }

  private boolean reads(int milliamps) {
    var reading = Samples.reading(milliamps, now);
    controller.accept(reading);
    return attention.heard(reading);
  }

  private boolean samples(int milliamps) {
    return says(true, milliamps);
  }

  private boolean says(boolean online, int milliamps) {
    var state =
        new EvseState(
            "test",
            "one",
            OptionalLong.of(7),
            now,
            online,
            Optional.of(new ChargingSession("session", pluggedIn, true)),
            Optional.of(new Acknowledgement(DRAWN, revision, pluggedIn)),
            Optional.of(revision),
            Optional.of(
                new MeasuredCurrent(PerPhase.same(List.of(Phase.values()), milliamps), now)),
            true,
            true,
            false);
    controller.accept(state);
    return attention.heard(state, now);
  }

  private void isDueAfter(Duration time) {
    assertThat(attention.due(now.plus(time).minusNanos(1))).as("before %s", time).isFalse();
    assertThat(attention.due(now.plus(time))).as("after %s", time).isTrue();
  }

  @Test
  void atRestItCanWait() {
    assertThat(controller.atRest()).isTrue();
    isDueAfter(AT_REST);
  }

  /** What its window leaves shrinks while nothing else happens. */
  @Test
  void aDemandCapIsFollowedAtRest() {
    SiteTree capped =
        Sites.on(Supply.WYE_400Y_230)
            .service(100, 50)
            .demandCap(40_000)
            .evse("one", "service", new ThreePhase(Phase.L1), 16, 6)
            .tree();
    controller.redefine(capped, 2);
    attention.redefine(capped);
    comesToRest();
    assertThat(controller.atRest()).isTrue();
    isDueAfter(Duration.ofSeconds(2));
  }

  @Test
  void whatIsUnderWayIsLookedAtSoon() {
    now = now.plus(SECOND);
    reads(85_000);
    looks();
    now = now.plus(SECOND);
    reads(DRAWN + 20_000);
    looks();
    assertThat(controller.atRest()).as("its raise waits").isFalse();
    isDueAfter(SOON);
  }

  /** S3: its silence is seen at the instant that it counts from. */
  @Test
  void aMeterThatFallsSilentIsSeenInTime() {
    Instant last = now;
    now = now.plus(Control.STALE_AFTER).minusMillis(700);
    samples(DRAWN);
    looks();
    assertThat(controller.atRest()).isTrue();
    isDueAfter(Duration.between(now, last.plus(Control.STALE_AFTER)).plusNanos(1));
  }

  @Test
  void aCeilingBeginsInTime() {
    var interval =
        new CeilingInterval(
            now.plusMillis(1300), now.plusSeconds(600), new CeilingValue.Amperes(22_000));
    controller.accept(new Ceiling("test", Ceiling.OPERATOR, false, List.of(interval)));
    looks();
    isDueAfter(Duration.ofMillis(1300));
  }

  @Test
  void noiseOfMetersAndChargersIsNoNews() {
    now = now.plus(SECOND);
    assertThat(reads(DRAWN + 20_400)).isFalse();
    assertThat(samples(DRAWN - 400)).isFalse();
    assertThat(attention.due(now)).isFalse();
  }

  /** Each of its steps is noise; all together are not. */
  @Test
  void aDriftIsNews() {
    now = now.plusMillis(300);
    assertThat(reads(DRAWN + 20_300)).isFalse();
    now = now.plusMillis(300);
    assertThat(reads(DRAWN + 20_600)).isTrue();
  }

  @Test
  void anotherDrawMakesTheNextLookDueButIsNotAnsweredAtOnce() {
    now = now.plus(SECOND);
    assertThat(samples(DRAWN - 2000)).isFalse();
    assertThat(attention.due(now)).isTrue();
  }

  @Test
  void aChargerThatIsLostIsAnsweredAtOnceUnlessTheLookBeforeWasJustNow() {
    now = now.plus(TOGETHER).minusNanos(1);
    assertThat(says(false, DRAWN)).isFalse();
    assertThat(attention.due(now)).isTrue();
    now = now.plusNanos(1);
    assertThat(says(true, DRAWN)).isTrue();
  }
}
