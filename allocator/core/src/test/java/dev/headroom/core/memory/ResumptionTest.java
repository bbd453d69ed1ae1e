package dev.headroom.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.demand.Demand;
import dev.headroom.core.demand.DemandWindow;
import dev.headroom.core.demand.OpenWindow;
import dev.headroom.core.demand.Peak;
import dev.headroom.core.demand.Slices;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.learn.LearnedLines;
import dev.headroom.core.memory.ControlState.Doubt;
import dev.headroom.core.reclaim.Reclaim;
import dev.headroom.core.site.Pace;
import dev.headroom.core.stagger.Presence;
import dev.headroom.core.stagger.Stagger;
import dev.headroom.core.turn.Drawing;
import dev.headroom.core.turn.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ResumptionTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final Instant BEFORE = NOON.minusSeconds(30);

  /** All parts, as of an instant. */
  private static ControlState at(Instant then) {
    Turn turn = new Turn("s", new Turn.Place.Has(then, then), new Drawing.Quiet(then, false));
    EvseMemory evse =
        new EvseMemory(
            Optional.of(turn),
            new Reclaim(
                Optional.of("s"), OptionalInt.of(10_000), Optional.of(new Reclaim.Low(then, 7000))),
            new LearnedLines(
                Optional.of(new LearnedLines.Of("s", 7)),
                List.of(new LearnedLines.Line.Idle(then), new LearnedLines.Line.Unused())),
            new Ramp(Optional.of(new Ramp.Raised(then, 6000)), Optional.of(then)));
    Instant slice = then.minusSeconds(Math.floorMod(then.getEpochSecond(), 10));
    Slices slices = new Slices(slice, Duration.ofSeconds(10), List.of(0L));
    DemandWindow window =
        new DemandWindow(then, 9000, slices, new Peak(YearMonth.of(2026, 6), 12_000));
    OpenWindow metered = OpenWindow.begin("service", Duration.ofMinutes(15), then);
    return new ControlState(
        new SiteMemory(
            Map.of("left", evse),
            new Demand(Optional.of(window)),
            new Stagger(
                Optional.of(then),
                Map.of("left", Presence.ONLINE),
                Map.of("left", then),
                Optional.of(then))),
        List.of(new Doubt("service", Phase.L1, 3)),
        Optional.of(metered));
  }

  private static EvseMemory left(ControlState state) {
    return Optional.ofNullable(state.memory().evses().get("left")).orElseThrow();
  }

  private static ControlState resumed(ControlState state, Duration unwatched) {
    return new Resumption(Pace.DEFAULT, NOON.minus(unwatched), NOON).of(state);
  }

  @Test
  void afterAMomentAllGoesOn() {
    assertThat(resumed(at(BEFORE), Duration.ofSeconds(3))).isEqualTo(at(BEFORE));
  }

  @Test
  void afterTenSecondsWhatAVehicleDoesIsUnknown() {
    ControlState state = resumed(at(BEFORE), Duration.ofSeconds(11));
    EvseMemory left = left(state);
    assertThat(left.reclaim()).isEqualTo(Reclaim.NONE);
    assertThat(left.learned()).isEqualTo(LearnedLines.NONE);
    assertThat(left.turn().orElseThrow().place()).isEqualTo(new Turn.Place.Has(BEFORE, BEFORE));
    assertThat(left.turn().orElseThrow().drawing()).isEqualTo(new Drawing.Unseen());
    assertThat(state.memory().stagger()).isEqualTo(at(BEFORE).memory().stagger());
  }

  @Test
  void afterAMinuteThereMayHaveBeenAnOutage() {
    assertThat(resumed(at(BEFORE), Duration.ofSeconds(61)).memory().stagger())
        .isEqualTo(Stagger.NONE);
  }

  @Test
  void afterADwellEverybodyWaitsAnew() {
    ControlState state = resumed(at(BEFORE), Pace.DWELL.plusSeconds(1));
    assertThat(left(state).turn()).isEmpty();
  }

  /** Energy, ramps and doubts carry their own time, or none. */
  @Test
  void theRestIsAsLongAgoAsItSays() {
    ControlState state = resumed(at(BEFORE), Duration.ofDays(1));
    assertThat(left(state).ramp()).isEqualTo(left(at(BEFORE)).ramp());
    assertThat(state.memory().demand()).isEqualTo(at(BEFORE).memory().demand());
    assertThat(state.metered()).isEqualTo(at(BEFORE).metered());
    assertThat(state.doubts()).isEqualTo(at(BEFORE).doubts());
  }

  @Test
  void whatLiesInTheFutureIsDropped() {
    ControlState state = resumed(at(NOON.plusSeconds(960)), Duration.ZERO);
    assertThat(state.memory().evses()).containsExactly(Map.entry("left", EvseMemory.NONE));
    assertThat(state.memory().demand()).isEqualTo(Demand.NONE);
    assertThat(state.memory().stagger()).isEqualTo(Stagger.NONE);
    assertThat(state.metered()).isEmpty();
  }

  @Test
  void anOwnerWhoWatchedInTheFutureSaysNothing() {
    assertThat(resumed(at(BEFORE), Duration.ofSeconds(-3))).isEqualTo(ControlState.NONE);
  }

  @Test
  void clocksMayBeASecondApart() {
    Instant ahead = NOON.plusSeconds(1);
    assertThat(resumed(at(ahead), Duration.ofSeconds(-1))).isEqualTo(at(ahead));
  }
}
