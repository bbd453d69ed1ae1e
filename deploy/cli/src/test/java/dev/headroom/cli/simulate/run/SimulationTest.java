package dev.headroom.cli.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.cli.simulate.TwoBays;
import dev.headroom.cli.simulate.plant.Plant;
import dev.headroom.cli.simulate.stays.Stay;
import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.core.site.Sharing.Strategy;
import dev.headroom.core.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Two EVSEs of 32 A share 40 A at 240 V: 32 A is 7.68 kW, 20 A is 4.8 kW, 8 A is 1.92 kW. */
class SimulationTest {

  private static final int LEFT = 0;
  private static final int RIGHT = 1;

  private static Stay stay(int port, String from, String until, int wattHours) {
    return stay(port, from, until, wattHours, until);
  }

  private static Stay stay(int port, String from, String until, int wattHours, String said) {
    return new Stay(
        port,
        at(from).toEpochMilli(),
        at(until).toEpochMilli(),
        wattHours * Stay.WATT_HOUR,
        new ChargingNeeds(OptionalLong.of(wattHours), Optional.of(at(said))));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-02T" + time + ":00Z");
  }

  private static Books run(Site site, Management management, Stay... stays) {
    Plant plant = Plant.of(site);
    return new Simulation(
            plant, List.of(stays), plant.worstBase(), plant.worstBase(), Duration.ofMinutes(5))
        .run(management, () -> {});
  }

  private static Books run(Strategy strategy, Stay... stays) {
    return run(TwoBays.site(), new Management.By(strategy), stays);
  }

  private static long[] wattHours(Books books) {
    long[] wattHours = books.deliveredMicrojoules().clone();
    for (int i = 0; i < wattHours.length; i++) {
      wattHours[i] /= Stay.WATT_HOUR;
    }
    return wattHours;
  }

  @Test
  void oneAloneChargesAtItsMaximumUntilItIsFull() {
    Books books = run(Strategy.FAIR_SHARE, stay(LEFT, "08:00", "12:00", 7680));

    assertThat(wattHours(books)).containsExactly(7680);
    assertThat(books.peakMilliwatts()).isEqualTo(7_680_000);
    assertThat(books.waitedMillis()).containsExactly(0);
    assertThat(books.largest()[0]).isEqualTo(32_000);
  }

  @Test
  void whoLeavesEarlyGetsWhatHisTimeAllows() {
    Books books = run(Strategy.FAIR_SHARE, stay(LEFT, "08:01", "08:31", 9000));

    assertThat(wattHours(books)).containsExactly(3840);
  }

  /** 08:30 to 09:40 both have 20 A; then the left one needs 8 A for its last 160 Wh. */
  @Test
  void fairShareGivesBothAlike() {
    Books books =
        run(
            Strategy.FAIR_SHARE,
            stay(LEFT, "08:00", "10:00", 9600),
            stay(RIGHT, "08:30", "10:00", 9600));

    assertThat(wattHours(books)).containsExactly(9600, 5600 + 2560);
    assertThat(books.keptAllLimits()).isTrue();
    assertThat(books.largest()[0]).isEqualTo(40_000);
  }

  /** The left one has 32 A until it is full at 09:15, the right one 8 A until then. */
  @Test
  void firstComeIsServedFirst() {
    Books books =
        run(
            Strategy.FIRST_COME,
            stay(LEFT, "08:00", "10:00", 9600),
            stay(RIGHT, "08:30", "10:00", 9600));

    assertThat(wattHours(books)).containsExactly(9600, 1440 + 5760);
  }

  /** The right one has 32 A from 08:30 to 09:30, the left one 8 A; then the left one is alone. */
  @Test
  void earliestDeadlineServesWhoLeavesFirst() {
    Books books =
        run(
            Strategy.EARLIEST_DEADLINE,
            stay(LEFT, "08:00", "11:00", 9600),
            stay(RIGHT, "08:30", "09:30", 9600));

    assertThat(wattHours(books)).containsExactly(9600, 7680);
  }

  /** What counts is what the drivers said: that the left one leaves at nine, though it stays. */
  @Test
  void strategiesGoByWhatWasSaid() {
    Books books =
        run(
            Strategy.EARLIEST_DEADLINE,
            stay(LEFT, "08:00", "09:00", 9600, "09:00"),
            stay(RIGHT, "08:00", "09:00", 9600, "20:00"));

    assertThat(wattHours(books)).containsExactly(7680, 1920);
  }

  /** 10 A are one minimum: after two dwells the right one is lifted to the left one's rank. */
  @Test
  void whereOnlyOneMinimumFitsTheyTakeTurns() {
    Site narrow = TwoBays.site(TwoBays.YAML.replace("breakerAmps: 40\n", "breakerAmps: 10\n"));
    Books books =
        run(
            narrow,
            new Management.By(Strategy.FIRST_COME),
            stay(LEFT, "08:00", "09:00", 9600),
            stay(RIGHT, "08:20", "09:10", 9600));

    assertThat(wattHours(books)).containsExactly(2000, 800);
    assertThat(books.waitedMillis()).containsExactly(0, Duration.ofMinutes(30).toMillis());
    assertThat(books.pausedMillis())
        .containsExactly(Duration.ofMinutes(10).toMillis(), Duration.ofMinutes(30).toMillis());
  }

  @Test
  void whoNeverGetsCurrentWaitsForItsWholeStay() {
    Site narrow = TwoBays.site(TwoBays.YAML.replace("breakerAmps: 40\n", "breakerAmps: 10\n"));
    Books books =
        run(
            narrow,
            new Management.By(Strategy.FIRST_COME),
            stay(LEFT, "08:00", "09:00", 9600),
            stay(RIGHT, "08:20", "08:50", 9600));

    assertThat(wattHours(books)).containsExactly(2400, 0);
    assertThat(books.waitedMillis()[1]).isEqualTo(Duration.ofMinutes(30).toMillis());
  }

  @Test
  void unmanagedBothDrawAllTheyCanAndTheServiceIsOverloaded() {
    Books books =
        run(
            TwoBays.site(),
            new Management.Nobody(),
            stay(LEFT, "08:00", "09:00", 7680),
            stay(RIGHT, "08:30", "09:00", 9600));

    assertThat(wattHours(books)).containsExactly(7680, 3840);
    assertThat(books.keptAllLimits()).isFalse();
    assertThat(books.largest()[0]).isEqualTo(64_000);
    assertThat(books.exceededMillis()[0]).isEqualTo(Duration.ofMinutes(30).toMillis());
  }

  @Test
  void theDeclaredWorstBaseLoadIsLeftRoomFor() {
    Site loaded = TwoBays.site(TwoBays.YAML.replace("BaseAmps: 0", "BaseAmps: 24"));
    Books books =
        run(loaded, new Management.By(Strategy.FAIR_SHARE), stay(LEFT, "08:00", "09:00", 9600));

    assertThat(wattHours(books)).containsExactly(16 * 240);
    assertThat(books.largest()[0]).isEqualTo(40_000);
  }

  @Test
  void theLastBitIsDeliveredAtTheSmallestCurrentAndNoMore() {
    Books books = run(Strategy.FAIR_SHARE, stay(LEFT, "08:00", "12:00", 7));

    assertThat(wattHours(books)).containsExactly(7);
    assertThat(books.peakMilliwatts()).isEqualTo(6 * 240_000);
  }

  @Test
  void whoWantsNothingTakesNothing() {
    Books books =
        run(
            Strategy.FAIR_SHARE,
            stay(LEFT, "08:00", "09:00", 0),
            stay(RIGHT, "08:00", "09:00", 7680));

    assertThat(wattHours(books)).containsExactly(0, 7680);
    assertThat(books.pausedMillis()).containsExactly(0, 0);
  }

  @Test
  void aFreedBayIsTakenAtTheSameInstant() {
    Books books =
        run(
            Strategy.FAIR_SHARE,
            stay(LEFT, "08:00", "08:30", 9600),
            stay(LEFT, "08:30", "09:00", 9600));

    assertThat(wattHours(books)).containsExactly(3840, 3840);
  }
}
