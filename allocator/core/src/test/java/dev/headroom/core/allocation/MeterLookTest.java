package dev.headroom.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.reading.MeterHistory;
import dev.headroom.core.site.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * What one CT tells of the base load on L1: 100 A, of which 80 A for hours and 60 A at the worst
 * are the base load's. Readings are looked at for 10 s.
 */
class MeterLookTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");
  private static final Instant START = NOW.minusSeconds(10);

  private final Grid grid =
      new Grid(
          Sites.on(Supply.SPLIT_PHASE_120_240)
              .service(100, 60)
              .evse("port", "service", new LineToLine(Phase.L1, Phase.L2), 48, 6)
              .tree(),
          new BitSet());
  private final Conductor line = grid.conductors().getFirst();
  private final EvseBook port = new EvseBook(grid.tree().site().evses().getFirst(), 1);
  private final MeterHistory history =
      new MeterHistory(Duration.ofSeconds(30), Duration.ofSeconds(60));
  private Meter meter = new Meter("main", 0);
  private Instant start = START;

  private void read(int secondsAgo, int amps) {
    history.accept(Samples.reading(amps * 1000, ago(secondsAgo)));
  }

  /** It draws this from so many seconds ago on, by a sample then and another now. */
  private void draws(int amps, int secondsAgo) {
    Samples.draws(port, amps * 1000, ago(secondsAgo));
    Samples.draws(port, amps * 1000, NOW);
  }

  private static Instant ago(int seconds) {
    return NOW.minusSeconds(seconds);
  }

  private ConductorLook look() {
    return new ConductorLook(
        line,
        MeterLook.of(
            meter,
            history,
            history.lastUntil(NOW).orElseThrow(),
            new Draws(grid.sources(), List.of(port), line.fed()),
            start));
  }

  private BaseLoad base() {
    return look().base(grid.sources().flows(new int[] {10_000}));
  }

  @Test
  void whatEvsesDrewIsNoBaseLoad() {
    read(10, 30);
    read(0, 30);
    draws(10, 10);

    assertThat(base().likely()).isEqualTo(20_000);
    assertThat(base().measured()).hasValue(30_000);
    assertThat(base().worstCase()).isFalse();
    assertThat(base().sure().beyond()).isEqualTo(30_000);
    assertThat(base().sure().drawn().milliamps()[0]).isEqualTo(10_000);
  }

  /** At the rated current a CT errs by its class: 1 A of 100 A. */
  @Test
  void whatTheCtMayMissIsAddedToWhatItReads() {
    meter = new Meter("main", 10);
    read(10, 100);
    read(0, 100);
    draws(10, 10);

    assertThat(base().likely()).isCloseTo(91_000, within(1e-6));
  }

  @Test
  void whatCtAndEvsesMissNeverMakesABaseLoadNegative() {
    read(10, 5);
    read(0, 5);
    draws(10, 10);

    assertThat(base().likely()).isZero();
  }

  @Test
  void s1TheHighestReadingOfTheWindowCounts() {
    read(10, 30);
    read(8, 45);
    read(0, 30);
    draws(10, 10);

    assertThat(base().sure().beyond()).isEqualTo(45_000);
  }

  /** What the CT read before the vehicle drew, and what it draws now. */
  @Test
  void s1WhatEvsesDrawMoreSinceAReadingCountsBesideIt() {
    read(10, 45);
    read(0, 30);
    draws(10, 5);

    assertThat(base().sure().beyond()).isEqualTo(55_000);
  }

  @Test
  void whatEvsesDrawLessSinceAReadingIsTakenOffIt() {
    read(10, 45);
    read(0, 30);
    Samples.draws(port, 10_000, ago(12));
    Samples.draws(port, 10_000, ago(9));
    Samples.draws(port, 0, ago(5));

    assertThat(base().sure().beyond()).isEqualTo(35_000);
  }

  /** Between L1 and L2 10 A came, between L3 and L1 10 A went: that is no relief to L1. */
  @Test
  void s1WhereDirectionsDifferOnlyWhatIsDrawnMoreCounts() {
    Grid wye =
        new Grid(
            Sites.on(Supply.WYE_208Y_120)
                .service(100, 60)
                .evse("comes", "service", new LineToLine(Phase.L1, Phase.L2), 48, 6)
                .evse("goes", "service", new LineToLine(Phase.L3, Phase.L1), 48, 6)
                .tree(),
            new BitSet());
    EvseBook goes = new EvseBook(wye.tree().site().evses().getLast(), 1);
    read(10, 45);
    read(0, 30);
    draws(10, 5);
    Samples.draws(goes, 10_000, ago(12));
    Samples.draws(goes, 10_000, ago(9));
    Samples.draws(goes, 0, ago(5));
    Conductor first = wye.conductors().getFirst();
    MeterLook look =
        MeterLook.of(
            meter,
            history,
            history.lastUntil(NOW).orElseThrow(),
            new Draws(wye.sources(), List.of(port, goes), first.fed()),
            start);

    Flows most = wye.sources().flows(new int[] {10_000, 10_000});
    BaseLoad base = new ConductorLook(first, look).base(most);
    assertThat(base.sure().beyond()).isCloseTo(55_000, within(1e-6));
  }

  /** 20 A are not explained by any limit on the way, in any reading of the window. */
  @Test
  void whatIsLeftInEveryReadingOfAFullWindowIsBaseLoad() {
    read(10, 30);
    read(0, 30);
    draws(10, 10);
    port.issue(new Revision(1, 1), GivenLimit.of(10_000));
    port.issue(new Revision(1, 2), GivenLimit.of(30_000));

    assertThat(base().likely()).isEqualTo(20_000);
  }

  @Test
  void beforeTheWindowIsFullARaiseUnderWayExplainsIt() {
    read(9, 30);
    read(0, 30);
    draws(10, 10);
    port.issue(new Revision(1, 1), GivenLimit.of(10_000));
    port.issue(new Revision(1, 2), GivenLimit.of(30_000));

    assertThat(base().likely()).isZero();
  }

  /** A vehicle that is slow to follow: its limit settled while it still drew less. */
  @Test
  void whatItMayHaveRisenToSinceItsLastSampleIsNoBaseLoad() {
    read(10, 30);
    read(5, 30);
    read(0, 50);
    drawsTenOfThirty();

    assertThat(base().likely()).isEqualTo(20_000);
  }

  @Test
  void betweenTwoSamplesTheHigherExplainsAReading() {
    read(10, 30);
    read(5, 30);
    read(1, 50);
    drawsTenOfThirty();
    Samples.draws(port, 30_000, NOW);

    assertThat(base().likely()).isEqualTo(20_000);
  }

  /** However much it may draw: what no reading of the window is explained without is base load. */
  @Test
  void aBaseLoadThatRoseIsSeenOnceTheWindowIsFullOfIt() {
    read(10, 50);
    read(5, 50);
    read(0, 50);
    drawsTenOfThirty();

    assertThat(base().likely()).isEqualTo(40_000);
  }

  /** The CT sees it before the charger's next sample tells. */
  @Test
  void whatItNoLongerDrawsAfterACutIsNotTakenOffAReading() {
    read(10, 80);
    read(5, 80);
    read(0, 50);
    cutToTenAfterDrawingForty();

    assertThat(base().likely()).isEqualTo(40_000);
  }

  private void drawsTenOfThirty() {
    Revision revision = new Revision(1, 1);
    port.issue(revision, GivenLimit.of(30_000));
    Samples.draws(port, 10_000, ago(12));
    Samples.draws(port, 10_000, ago(3), Optional.empty(), Optional.of(revision));
  }

  @Test
  void aWindowWithoutAReadingSaysNothing() {
    read(10, 30);
    draws(10, 15);
    start = NOW.minusSeconds(5);

    assertThat(base().likely()).isEqualTo(20_000);
  }

  /** It acknowledged 10 A long enough ago, and its last sample is from before. */
  @Test
  void aboveTheLimitNobodyIsBelievedToDrawMoreThanItWasCutTo() {
    read(10, 81);
    read(0, 81);
    cutToTenAfterDrawingForty();

    assertThat(base().likely()).isEqualTo(71_000);
  }

  @Test
  void atTheLimitItsLastSampleIsBelieved() {
    read(10, 80);
    read(0, 80);
    cutToTenAfterDrawingForty();

    assertThat(base().likely()).isEqualTo(40_000);
  }

  private void cutToTenAfterDrawingForty() {
    Acknowledgement cut = new Acknowledgement(10_000, new Revision(1, 2), ago(3));
    Samples.draws(port, 40_000, ago(11), Optional.of(cut));
  }

  @Test
  void aFullWindowIsBelievedBelowTheWorstCase() {
    read(10, 30);
    read(0, 30);

    assertThat(base().sure().beyond()).isEqualTo(30_000);
  }

  @Test
  void s3BeforeTheWindowIsFullTheWorstCaseHolds() {
    read(9, 30);
    read(0, 30);

    assertThat(base().sure().beyond()).isEqualTo(60_000);
  }

  @Test
  void whatIsMeasuredAboveTheWorstCaseHoldsBeforeTheWindowIsFull() {
    read(9, 70);
    read(0, 65);

    assertThat(base().sure().beyond()).isEqualTo(70_000);
  }

  /** It was measured before the vehicle drew, as its own clock says, and came 4 s later. */
  @Test
  void s1AReadingThatCameLateHasSeenTheLeastOfThatTime() {
    read(10, 30);
    history.accept(Samples.late(30_000, ago(4), NOW));
    Samples.draws(port, 0, ago(8));
    Samples.draws(port, 10_000, ago(3));
    Samples.draws(port, 10_000, NOW);

    assertThat(base().sure().drawn().milliamps()[0]).isZero();
    assertThat(base().sure().beyond()).isEqualTo(30_000);
  }

  /** Its charger may have lost power just after it, before the first reading of the window. */
  @Test
  void s1ASampleFromBeforeTheWindowIsNotTakenOffTheLastReading() {
    read(10, 30);
    read(9, 20);
    read(1, 20);
    start = ago(9);
    Samples.draws(port, 10_000, ago(10));
    assertThat(base().sure().drawn().milliamps()[0]).isZero();
    assertThat(base().sure().beyond()).isEqualTo(20_000);
    start = ago(10);
    assertThat(base().sure().drawn().milliamps()[0]).isEqualTo(10_000);
    assertThat(base().sure().beyond()).isEqualTo(30_000);
  }

  /** S3: unknown is the worst case and what the EVSE certainly drew, 60 A and 10 A. */
  @Test
  void s3APhaseThatAReadingLacksIsAtItsWorst() {
    history.accept(Samples.reading(new PerPhase(Map.of(Phase.L2, 1000)), ago(5)));
    read(0, 30);
    draws(10, 9);

    assertThat(base().sure().beyond()).isEqualTo(70_000);
    assertThat(base().measured()).isEqualTo(OptionalInt.of(30_000));
  }

  /** 20 A reported less 5 % and 1 A: 18 A. */
  @Test
  void s3ACtThatReadsLessThanWeDrawThreeTimesIsBelowUs() {
    draws(20, 10);
    history.accept(Samples.reading(17_999, ago(3)));
    history.accept(Samples.reading(17_999, ago(2)));
    assertThat(look().readsBelowUs()).isFalse();
    history.accept(Samples.reading(18_000, ago(1)));
    assertThat(look().readsBelowUs()).isFalse();
    history.accept(Samples.reading(17_999, NOW.minusMillis(1)));
    assertThat(look().readsBelowUs()).isTrue();
  }
}
