package dev.headroom.core.explanation;

import static dev.headroom.core.explanation.Said.onPanel;
import static dev.headroom.core.explanation.Said.panel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.allocation.CircuitLoad.Sharing;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.allocation.Reason.Kind;
import dev.headroom.core.electrical.Phase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every sentence, written out. */
class ExplanationTest {

  @Test
  void aShareOfALine() {
    assertThat(Said.of(11_000, onPanel(Kind.FAIR_SHARE)))
        .isEqualTo(
            "bay-7 gets 11.0 A: its share of L2 on panel-a, which may carry 80.0 A;"
                + " 36.0 A of it is base load and 4 EVSEs share the rest.");
  }

  @Test
  void aShareBesideEvsesThatTakeNoPart() {
    assertThat(
            Said.of(
                16_000,
                onPanel(Kind.FAIR_SHARE),
                panel(36_000, Optional.of(new Sharing(2, 12_000)))))
        .isEqualTo(
            "bay-7 gets 16.0 A: its share of L2 on panel-a, which may carry 80.0 A;"
                + " 36.0 A of it is base load, 12.0 A is kept for EVSEs that take no part,"
                + " and 2 EVSEs share the rest.");
  }

  @Test
  void aShareThatNobodyElseWants() {
    assertThat(
            Said.of(
                44_000, onPanel(Kind.FAIR_SHARE), panel(36_000, Optional.of(new Sharing(1, 0)))))
        .endsWith("; 36.0 A of it is base load and one EVSE has the rest.");
  }

  @Test
  void aShareWhereItIsNotKnownWhoShares() {
    assertThat(Said.of(11_000, onPanel(Kind.FAIR_SHARE), panel(36_000, Optional.empty())))
        .endsWith("which may carry 80.0 A; 36.0 A of it is base load.");
    assertThat(
            Said.of(
                11_000, onPanel(Kind.FAIR_SHARE), panel(36_000, Optional.of(new Sharing(0, 6000)))))
        .endsWith("; 36.0 A of it is base load, 6.0 A is kept for EVSEs that take no part.");
    assertThat(
            Said.of(
                11_000, onPanel(Kind.FAIR_SHARE), panel(36_000, Optional.of(new Sharing(0, 0)))))
        .endsWith("; 36.0 A of it is base load.");
  }

  @Test
  void aShareOfNothing() {
    assertThat(
            Said.of(
                6000, onPanel(Kind.FAIR_SHARE), panel(74_000, Optional.of(new Sharing(3, 6000)))))
        .endsWith(
            "; 74.0 A of it is base load, 6.0 A is kept for EVSEs that take no part,"
                + " and nothing is left to share.");
  }

  @Test
  void aShareOfALineThatBaseLoadAloneOverloads() {
    assertThat(
            Said.of(0, onPanel(Kind.FAIR_SHARE), panel(90_500, Optional.of(new Sharing(4, 6000)))))
        .isEqualTo(
            "bay-7 is paused: its share of L2 on panel-a, which may carry 80.0 A;"
                + " base load alone is 90.5 A, 10.5 A too much.");
  }

  @Test
  void aShareOfALineThatTheAllocationDoesNotTellOf() {
    assertThat(Said.of(11_000, Reason.at(Kind.FAIR_SHARE, "panel-b", Phase.L1)))
        .isEqualTo("bay-7 gets 11.0 A: its share of L1 on panel-b.");
  }

  @Test
  void aShareOfTheSitesPower() {
    assertThat(Said.of(11_000, Reason.of(Kind.FAIR_SHARE).withinWatts(10_250)))
        .isEqualTo("bay-7 gets 11.0 A: its share of the site's power, which may reach 10.3 kW.");
    assertThat(Said.of(11_000, Kind.FAIR_SHARE))
        .isEqualTo("bay-7 gets 11.0 A: its share of the site's power.");
  }

  @Test
  void aTransformer() {
    assertThat(Said.of(11_000, onPanel(Kind.TRANSFORMER).withinMilliamps(104_100)))
        .isEqualTo(
            "bay-7 gets 11.0 A: its share of the transformer of panel-a on L2,"
                + " which may carry 104.1 A.");
  }

  @Test
  void aNeutral() {
    Reason neutral =
        new Reason(Kind.NEUTRAL, Optional.of("panel-a"), Optional.empty()).withinMilliamps(40_000);
    assertThat(Said.of(11_000, neutral))
        .isEqualTo(
            "bay-7 gets 11.0 A: its share of the neutral of panel-a, which may carry 40.0 A.");
  }

  @Test
  void aBlindTime() {
    assertThat(Said.of(11_000, onPanel(Kind.BLIND_TIME)))
        .isEqualTo(
            "bay-7 gets 11.0 A: so much of L2 on panel-a that its breaker holds even if meters"
                + " or links fail and nobody can act in time.");
  }

  @Test
  void aCeilingOnCurrent() {
    Reason reason = onPanel(Kind.CEILING).withinMilliamps(80_000);
    assertThat(Said.of(11_000, reason))
        .isEqualTo(
            "bay-7 gets 11.0 A: a ceiling holds L2 on panel-a to 80.0 A;"
                + " 36.0 A of it is base load and 4 EVSEs share the rest.");
  }

  @Test
  void aCeilingThatIsNotTheLinesTightestBoundTellsNothingOfTheLine() {
    assertThat(Said.of(11_000, onPanel(Kind.CEILING).withinMilliamps(90_000)))
        .isEqualTo("bay-7 gets 11.0 A: a ceiling holds L2 on panel-a to 90.0 A.");
  }

  @Test
  void aCeilingOnPower() {
    assertThat(Said.of(11_000, Reason.of(Kind.CEILING).withinWatts(25_000)))
        .isEqualTo("bay-7 gets 11.0 A: a ceiling holds the site's power to 25.0 kW.");
    assertThat(Said.of(11_000, Kind.CEILING))
        .isEqualTo("bay-7 gets 11.0 A: a ceiling holds the site's power.");
  }

  @Test
  void aDemandCap() {
    assertThat(Said.of(11_000, Reason.of(Kind.DEMAND_CAP).withinWatts(49_960)))
        .isEqualTo("bay-7 gets 11.0 A: the demand cap holds the site's power to 50.0 kW.");
  }

  @Test
  void aSilentMeter() {
    assertThat(Said.of(11_000, onPanel(Kind.METER_MISSING)))
        .isEqualTo(
            "bay-7 gets 11.0 A: no meter speaks for L2 on panel-a, so its base load counts at the"
                + " worst; 36.0 A of the 80.0 A it may carry is base load and 4 EVSEs share the"
                + " rest.");
  }

  @Test
  void waitingForRoom() {
    assertThat(Said.of(0, onPanel(Kind.WAITS_FOR_ROOM).withinMilliamps(80_000)))
        .isEqualTo(
            "bay-7 is paused and waits: L2 on panel-a, which may carry 80.0 A, has no room for one"
                + " more minimum; 36.0 A of it is base load and 4 EVSEs share the rest.");
    assertThat(Said.of(0, onPanel(Kind.WAITS_FOR_ROOM)))
        .isEqualTo("bay-7 is paused and waits: L2 on panel-a has no room for one more minimum.");
    assertThat(Said.of(0, Reason.of(Kind.WAITS_FOR_ROOM).withinWatts(5000)))
        .isEqualTo(
            "bay-7 is paused and waits: the site's power, which may reach 5.0 kW,"
                + " has no room for one more minimum.");
    assertThat(Said.of(6000, Kind.WAITS_FOR_ROOM))
        .isEqualTo(
            "bay-7 gets 6.0 A and waits: the site's power has no room for one more minimum.");
  }

  @Test
  void aRaiseThatIsHeld() {
    assertThat(Said.of(6000, Kind.RAISE_HELD))
        .isEqualTo(
            "bay-7 gets 6.0 A for now: it may have more once others are seen to draw less,"
                + " or headroom has lasted.");
    assertThat(Said.of(0, Kind.RAISE_HELD)).startsWith("bay-7 is paused for now: it may have more");
  }

  @Test
  void noVehicle() {
    assertThat(Said.of(6000, Kind.IDLE))
        .isEqualTo("bay-7 has no vehicle; one that plugs in gets 6.0 A at first.");
    assertThat(Said.of(0, Kind.IDLE))
        .isEqualTo("bay-7 has no vehicle; one that plugs in is paused at first.");
  }

  @Test
  void aChargerThatCannotBeReached() {
    assertThat(Said.of(6000, Kind.OFFLINE))
        .isEqualTo("bay-7 cannot be reached; by itself its charger falls back to 6.0 A.");
    assertThat(Said.of(0, Kind.OFFLINE))
        .isEqualTo("bay-7 cannot be reached; by itself its charger pauses.");
  }

  @Test
  void whatNeedsNoPlace() {
    assertThat(
            List.of(
                Said.of(32_000, Kind.RATED_MAXIMUM),
                Said.of(6000, Kind.SATISFIED),
                Said.of(6000, Kind.DISOBEYS),
                Said.of(12_300, Kind.TAKE_OVER),
                Said.of(6000, Kind.FALLBACK),
                Said.of(0, Kind.LOCKED_OFF)))
        .containsExactly(
            "bay-7 gets 32.0 A: that is all it is rated for.",
            "bay-7 gets 6.0 A: its vehicle takes nothing more.",
            "bay-7 gets 6.0 A: it accepted a limit and drew more, so it is held to its minimum"
                + " and all it is rated for is reserved.",
            "bay-7 gets 12.3 A: its charger has yet to acknowledge a limit of the allocator"
                + " that took over the site.",
            "bay-7 gets 6.0 A: the site cannot be allocated, so nobody has more than a fallback.",
            "bay-7 is paused: an electrician has locked it off.");
  }

  @Test
  void anEvseThatTheAllocationDoesNotKnowHasNoSentence() {
    assertThat(new Explanation(Said.allocation(List.of(), List.of())).why("bay-8")).isEmpty();
  }
}
