package dev.headroom.cli.simulate.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.cli.simulate.TwoBays;
import dev.headroom.cli.simulate.plant.Plant;
import dev.headroom.cli.simulate.run.Books;
import dev.headroom.cli.simulate.stays.Stay;
import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.core.site.Site;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  private static final long HOUR = Duration.ofHours(1).toMillis();

  private static Stay stay(int port, int hour, long wattHours) {
    return new Stay(
        port, hour * HOUR, (hour + 1) * HOUR, wattHours * Stay.WATT_HOUR, ChargingNeeds.UNKNOWN);
  }

  /** Shares 1, 0.5 and 0.994; one wants nothing. */
  private static Outcome outcome(Site site) {
    List<Stay> stays = List.of(stay(0, 1, 1000), stay(1, 1, 1000), stay(0, 2, 1000), stay(1, 2, 0));
    long[] delivered = {1000 * Stay.WATT_HOUR, 500 * Stay.WATT_HOUR, 994 * Stay.WATT_HOUR, 0};
    long[] waited = {0, 20 * 60_000, 10 * 60_000, 0};
    long[] paused = {0, 30 * 60_000, 10 * 60_000, 0};
    double[] largest = {40_000, 41_000, 1e6};
    long[] exceeded = {0, 3000, 0};
    return Outcome.of(
        Plant.of(site), new Books(stays, delivered, waited, paused, largest, exceeded, 9_600_000));
  }

  @Test
  void addsUpWhatWasWantedAndDelivered() {
    Energy energy = outcome(TwoBays.site()).energy();

    assertThat(energy.sessions()).isEqualTo(3);
    assertThat(energy.served()).isEqualTo(2);
    assertThat(energy.wantedKilowattHours()).isEqualTo(3);
    assertThat(energy.deliveredKilowattHours()).isCloseTo(2.494, within(1e-9));
    assertThat(energy.percent()).isCloseTo(83.133, within(1e-3));
    // (1 + 0.5 + 0.994)² / (3 × (1 + 0.25 + 0.988036))
    assertThat(energy.jain()).isCloseTo(0.92642, within(1e-5));
  }

  @Test
  void ranksWaitsOfThoseWhoWantedSomething() {
    Outcome outcome = outcome(TwoBays.site());

    assertThat(outcome.waited().half()).isEqualTo(Duration.ofMinutes(10));
    assertThat(outcome.waited().most()).isEqualTo(Duration.ofMinutes(20));
    assertThat(outcome.waited().last()).isEqualTo(Duration.ofMinutes(20));
    assertThat(outcome.paused().sum()).isEqualTo(Duration.ofMinutes(40));
  }

  @Test
  void namesThePlacesThatHaveALimitAndTheTightest() {
    Outcome outcome = outcome(TwoBays.site());

    assertThat(outcome.places()).hasSize(2);
    assertThat(outcome.tightest().percent()).isCloseTo(102.5, within(1e-9));
    assertThat(outcome.exceeded()).isEqualTo(1);
    assertThat(outcome.peakKilowatts()).isEqualTo(9.6);
  }

  @Test
  void keepsTenantsApart() {
    String yaml =
        TwoBays.YAML
            .replace("station: L-1", "station: L-1, tenant: ada")
            .replace("station: R-1", "station: R-1, tenant: bob");

    var tenants = outcome(TwoBays.site(yaml)).tenants();

    assertThat(tenants).containsOnlyKeys("ada", "bob");
    assertThat(tenants.values()).extracting(Energy::sessions).containsExactly(2, 1);
    assertThat(tenants.values()).element(1).extracting(Energy::percent).isEqualTo(50.0);
  }

  @Test
  void nothingWantedIsAllDelivered() {
    Energy none =
        Energy.of(
            new Books(
                List.of(), new long[0], new long[0], new long[0], new double[0], new long[0], 0),
            _ -> true);

    assertThat(none.percent()).isEqualTo(100);
    assertThat(none.jain()).isEqualTo(1);
    assertThat(Quantiles.of(new long[0]).last()).isEqualTo(Duration.ZERO);
  }
}
