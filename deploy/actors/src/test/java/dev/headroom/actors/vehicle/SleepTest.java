package dev.headroom.actors.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A vehicle that does not wake up when a pause ends. */
class SleepTest {

  private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");

  private final Vehicle vehicle =
      new Vehicle(
          new VehicleSpec(6000, 16_000, 1, 10_000, Duration.ZERO, false, AfterPause.SLEEPS));

  private int drawAfterPilot(int milliamps, int second) {
    vehicle.pilot(milliamps, T0.plusSeconds(second));
    return drawAt(second);
  }

  private int drawAt(int second) {
    vehicle.advance(T0.plusSeconds(second));
    return vehicle.drawMilliamps();
  }

  @Test
  void chargesWhenItIsFirstOfferedCurrent() {
    assertThat(drawAfterPilot(0, 0)).isZero();
    assertThat(drawAfterPilot(10_000, 60)).isEqualTo(10_000);
    assertThat(drawAfterPilot(16_000, 70)).isEqualTo(16_000);
    assertThat(vehicle.isAsleep()).isFalse();
  }

  @Test
  void sleepsThroughTheEndOfAPauseForTenMinutes() {
    drawAfterPilot(10_000, 0);
    drawAfterPilot(0, 60);

    assertThat(drawAfterPilot(10_000, 90)).isZero();
    assertThat(drawAfterPilot(16_000, 120)).isZero();
    assertThat(vehicle.isAsleep()).isTrue();
    assertThat(drawAt(659)).isZero();
    assertThat(drawAt(660)).isEqualTo(16_000);
    assertThat(vehicle.isAsleep()).isFalse();
  }

  @Test
  void wakesUpAfterASecondPause() {
    drawAfterPilot(10_000, 0);
    drawAfterPilot(0, 60);
    drawAfterPilot(10_000, 90);

    assertThat(drawAfterPilot(0, 100)).isZero();
    assertThat(drawAfterPilot(10_000, 110)).isEqualTo(10_000);
  }

  @Test
  void sleepsAgainInTheNextPause() {
    drawAfterPilot(10_000, 0);
    drawAfterPilot(0, 60);
    drawAfterPilot(10_000, 90);
    drawAfterPilot(0, 100);
    drawAfterPilot(10_000, 110);

    drawAfterPilot(0, 200);
    assertThat(drawAfterPilot(10_000, 230)).isZero();
    assertThat(drawAt(799)).isZero();
    assertThat(drawAt(800)).isEqualTo(10_000);
  }

  @Test
  void sleepsAgainAfterItHasLookedByItself() {
    drawAfterPilot(10_000, 0);
    drawAfterPilot(0, 60);
    drawAfterPilot(10_000, 700);
    assertThat(vehicle.drawMilliamps()).isEqualTo(10_000);

    drawAfterPilot(0, 800);
    assertThat(drawAfterPilot(10_000, 830)).isZero();
  }

  @Test
  void othersChargeWheneverCurrentComesBack() {
    Vehicle other = new Vehicle(new VehicleSpec(6000, 16_000, 1, 10_000, Duration.ZERO, false));
    for (int minute = 0; minute < 10; minute++) {
      other.pilot(minute % 2 == 0 ? 10_000 : 0, T0.plusSeconds(60L * minute));
      other.advance(T0.plusSeconds(60L * minute));
      assertThat(other.drawMilliamps()).isEqualTo(minute % 2 == 0 ? 10_000 : 0);
    }
  }
}
