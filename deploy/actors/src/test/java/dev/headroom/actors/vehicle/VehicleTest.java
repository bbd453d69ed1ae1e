package dev.headroom.actors.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.core.site.Output;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VehicleTest {

  private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");
  private static final long MILLIJOULES = 3_600_000L;

  private static Vehicle vehicle(boolean tapers) {
    return new Vehicle(new VehicleSpec(6000, 32_000, 3, 10, VehicleSpec.USUAL_RESPONSE, tapers));
  }

  private static int drawAfter(Vehicle vehicle, long millis) {
    vehicle.advance(T0.plusMillis(millis));
    return vehicle.drawMilliamps();
  }

  @Test
  void followsThePilotAfterItsResponseTime() {
    Vehicle vehicle = vehicle(false);
    vehicle.pilot(16_000, T0);

    assertThat(drawAfter(vehicle, 1999)).isZero();
    assertThat(drawAfter(vehicle, 2000)).isEqualTo(16_000);
  }

  @Test
  void followsEveryChangeInOrder() {
    Vehicle vehicle = vehicle(false);
    vehicle.pilot(16_000, T0);
    vehicle.pilot(10_000, T0.plusMillis(500));
    vehicle.pilot(20_000, T0.plusMillis(1000));

    assertThat(drawAfter(vehicle, 2100)).isEqualTo(16_000);
    assertThat(drawAfter(vehicle, 2600)).isEqualTo(10_000);
    assertThat(drawAfter(vehicle, 3100)).isEqualTo(20_000);
  }

  @Test
  void stopsBelowItsMinimumAndTakesNoMoreThanItsMaximum() {
    Vehicle vehicle = vehicle(false);
    vehicle.pilot(40_000, T0);
    assertThat(drawAfter(vehicle, 2000)).isEqualTo(32_000);

    vehicle.pilot(5_900, T0.plusMillis(2000));
    assertThat(drawAfter(vehicle, 4000)).isZero();
  }

  @Test
  void stopsWhenItHasWhatItWanted() {
    Vehicle vehicle = vehicle(false);
    vehicle.pilot(16_000, T0);
    vehicle.advance(T0.plusSeconds(2));

    vehicle.take(10 * MILLIJOULES - 1);
    assertThat(vehicle.drawMilliamps()).isEqualTo(16_000);
    vehicle.take(1);
    assertThat(vehicle.drawMilliamps()).isZero();
    assertThat(vehicle.satisfied()).isTrue();
  }

  @Test
  void slowsDownOverTheLastTenth() {
    Vehicle vehicle = vehicle(true);
    vehicle.pilot(32_000, T0);
    vehicle.advance(T0.plusSeconds(2));

    vehicle.take(9 * MILLIJOULES);
    assertThat(vehicle.drawMilliamps()).isEqualTo(32_000);
    vehicle.take(MILLIJOULES / 2);
    assertThat(vehicle.drawMilliamps()).isEqualTo(19_000);
  }

  @Test
  void refusesWhatNoVehicleIs() {
    assertThatThrownBy(() -> new VehicleSpec(8000, 7_000, 3, 10, Duration.ofSeconds(2), false))
        .hasMessageContaining("takes current");
    assertThatThrownBy(() -> new VehicleSpec(6000, 32_000, 4, 10, Duration.ofSeconds(2), false))
        .hasMessageContaining("phases");
  }

  @Property
  void neverDrawsAboveThePilotItHasAnswered(
      @ForAll @IntRange(max = 80_000) int first, @ForAll @IntRange(max = 80_000) int second) {
    Vehicle vehicle = vehicle(true);
    vehicle.pilot(first, T0);
    vehicle.advance(T0.plusSeconds(5));
    assertThat(vehicle.drawMilliamps()).isLessThanOrEqualTo(first);
    vehicle.pilot(second, T0.plusSeconds(5));
    vehicle.advance(T0.plusSeconds(10));
    assertThat(vehicle.drawMilliamps()).isLessThanOrEqualTo(second);
  }

  @Property
  void visitsFollowOneAnotherAndDependOnTheSeedAlone(@ForAll long seed) {
    Visits visits = new SeededVisits(seed, new Output.Ac(32_000, 6000, 6000), T0);
    Visits again = new SeededVisits(seed, new Output.Ac(32_000, 6000, 6000), T0);
    Visit before = visits.next().orElseThrow();
    assertThat(before.arrival()).isEqualTo(T0);
    assertThat(again.next()).contains(before);
    for (int i = 0; i < 5; i++) {
      Visit next = visits.next().orElseThrow();
      assertThat(again.next()).contains(next);
      assertThat(next.arrival()).isAfter(before.departure());
      assertThat(next.vehicle().maximumMilliamps()).isBetween(6000, 32_000);
      before = next;
    }
  }
}
