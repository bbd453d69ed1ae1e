package dev.headroom.trial.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.trial.wire.Town;
import org.junit.jupiter.api.Test;

class TideTest {

  private static final Town TOWN = new Town(2, 20, 8);
  private static final int HIGH = TOWN.worstCaseBaseAmps() * 1000;

  private final Tide tide = new Tide(TOWN, 1, 0);

  @Test
  void itRisesWithEveryReadingAndNeverAboveTheWorstCase() {
    int before = tide.next(0, 0);
    int highest = before;
    for (int base = tide.next(0, 1); base > before; base = tide.next(0, 1)) {
      assertThat(base - before).isEqualTo(Tide.RISE_MILLIAMPS);
      before = base;
      highest = Math.max(highest, base);
    }
    assertThat(highest).isLessThanOrEqualTo(HIGH).isGreaterThan(HIGH - Tide.RISE_MILLIAMPS);
  }

  @Test
  void havingFallenItRests() {
    long now = 0;
    int before = tide.next(1, now);
    int base = tide.next(1, ++now);
    while (base > before) {
      before = base;
      base = tide.next(1, ++now);
    }
    long awake = now + Tide.REST.toNanos();
    assertThat(tide.next(1, awake - 1)).isEqualTo(base);
    assertThat(tide.next(1, awake)).isEqualTo(base + Tide.RISE_MILLIAMPS);
  }

  @Test
  void betweenItsRisesThereIsNoise() {
    Tide slow = new Tide(TOWN, 10, 0);
    int rises = 0;
    int before = slow.next(0, 1);
    for (int reading = 1; reading <= 30; reading++) {
      int base = slow.next(0, 1);
      rises += base - before >= Tide.RISE_MILLIAMPS - 100 ? 1 : 0;
      assertThat(base - before).isGreaterThanOrEqualTo(-100);
      before = base;
    }
    assertThat(rises).isEqualTo(3);
  }
}
