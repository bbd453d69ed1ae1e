package dev.headroom.allocator.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.demand.Demand;
import dev.headroom.core.demand.DemandWindow;
import dev.headroom.core.demand.OpenWindow;
import dev.headroom.core.demand.Peak;
import dev.headroom.core.demand.Slices;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.memory.ControlState;
import dev.headroom.core.memory.SiteMemory;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class KeeperTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final Duration TICK = Duration.ofMillis(200);

  private final Keeper keeper = new Keeper();

  /** How often what changes so is kept in a time. */
  private int keeps(Duration time, Function<Instant, ControlState> state) {
    int keeps = 0;
    for (Instant now = NOON; now.isBefore(NOON.plus(time)); now = now.plus(TICK)) {
      if (keeper.due(now) && keeper.keeps(state.apply(now), now)) {
        keeps++;
      }
    }
    return keeps;
  }

  private static ControlState doubting(int missed) {
    return new ControlState(
        SiteMemory.NONE,
        List.of(new ControlState.Doubt("service", Phase.L1, missed)),
        Optional.empty());
  }

  @Test
  void whatDoesNotChangeIsKeptOnce() {
    assertThat(keeps(Duration.ofMinutes(10), now -> doubting(1))).isEqualTo(1);
  }

  @Test
  void nothingAtAllIsNotKept() {
    assertThat(keeps(Duration.ofMinutes(10), now -> ControlState.NONE)).isZero();
  }

  @Test
  void whatChangesAllTheTimeIsKeptOnceASecond() {
    assertThat(keeps(Duration.ofSeconds(60), now -> doubting((int) (now.toEpochMilli() % 999) + 1)))
        .isEqualTo(60);
  }

  @Test
  void meteredEnergyIsKeptEveryTenSecondsAndWhenAWindowEnds() {
    Function<Instant, ControlState> metered =
        now ->
            ControlState.NONE.with(
                Optional.of(
                    OpenWindow.begin("service", Duration.ofMinutes(1), now)
                        .metered(new OpenWindow.Power(1000, true), 0, TICK, now)
                        .next()));

    assertThat(keeps(Duration.ofSeconds(60), metered)).isEqualTo(6);
    assertThat(keeper.keeps(metered.apply(NOON.plusSeconds(60)), NOON.plusSeconds(60))).isTrue();
    assertThat(keeper.keeps(metered.apply(NOON.plusSeconds(62)), NOON.plusSeconds(62))).isFalse();
  }

  @Test
  void energyUnderACapIsKeptEveryFiveSeconds() {
    Function<Instant, ControlState> capped =
        now -> {
          var slices = new Slices(NOON, Duration.ofSeconds(120), List.of(now.toEpochMilli()));
          var window = new DemandWindow(now, 0, slices, new Peak(YearMonth.of(2026, 6), 0));
          SiteMemory memory = SiteMemory.NONE.with(new Demand(Optional.of(window)));
          return new ControlState(memory, List.of(), Optional.empty());
        };

    assertThat(keeps(Duration.ofSeconds(60), capped)).isEqualTo(12);
  }

  @Test
  void nothingIsKeptWhileAWindowIsOnItsWay() {
    keeper.holdUntil(NOON.plusSeconds(30));
    assertThat(keeps(Duration.ofSeconds(30), now -> doubting(2))).isZero();
    assertThat(keeper.due(NOON.plusSeconds(30))).isTrue();
  }
}
