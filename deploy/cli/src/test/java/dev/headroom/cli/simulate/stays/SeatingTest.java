package dev.headroom.cli.simulate.stays;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.cli.simulate.TwoBays;
import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.core.site.Site;
import dev.headroom.simulator.arrivals.RecordedSession;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SeatingTest {

  private static RecordedSession session(int line, String station, String from, String until) {
    return new RecordedSession(
        time(from),
        time(until),
        20_000,
        OptionalLong.of(8000),
        station,
        Optional.of(time("18:00")),
        line);
  }

  private static OffsetDateTime time(String time) {
    return OffsetDateTime.parse("2019-05-01T" + time + ":00-07:00");
  }

  private static Seated seated(Site site, RecordedSession... sessions) {
    return Seating.of(List.of(sessions), site, Demand.DELIVERED, Needs.STATED);
  }

  @Test
  void findsAnEvseByItsNameItsStationOrBoth() {
    Seated seated =
        seated(
            TwoBays.site(),
            session(2, "right", "08:00", "09:00"),
            session(3, "L-1", "08:00", "09:00"),
            session(4, "R-1/1", "09:00", "10:00"));

    assertThat(seated.skipped()).isEmpty();
    assertThat(seated.stays()).extracting(Stay::port).containsExactly(1, 0, 1);
    assertThat(seated.stays().getFirst().arrival()).hasToString("2019-05-01T15:00:00Z");
  }

  @Test
  void aStationOfTwoEvsesSaysNotWhichIsMeant() {
    Site one =
        TwoBays.site(
            TwoBays.YAML
                .replace("station: L-1", "station: X, evseId: 1")
                .replace("R-1", "X, evseId: 2"));

    Seated seated =
        seated(one, session(2, "X", "08:00", "09:00"), session(3, "X/2", "08:00", "09:00"));

    assertThat(seated.stays()).extracting(Stay::port).containsExactly(1);
    assertThat(seated.skipped()).singleElement().extracting(Skipped::sessions).isEqualTo(1);
  }

  @Test
  void saysWhoIsSkippedAndWhy() {
    Seated seated =
        seated(
            TwoBays.site(
                TwoBays.YAML.replace(
                    "station: R-1", "station: R-1, lockedOff: true, lockedOffBy: ada")),
            session(2, "L-1", "08:00", "10:00"),
            session(3, "L-1", "09:00", "11:00"),
            session(4, "Z-9", "09:00", "11:00"),
            session(5, "Z-9", "12:00", "13:00"),
            session(6, "R-1", "09:00", "11:00"),
            session(7, "L-1", "10:00", "11:00"));

    assertThat(seated.stays()).hasSize(2);
    assertThat(seated.skipped())
        .extracting(Skipped::describe)
        .containsExactly(
            "2 sessions skipped: no EVSE of the site has their station_id (Z-9)",
            "1 sessions skipped: their EVSE is locked off (R-1)",
            "1 sessions skipped: they begin before the one before them has left"
                + " (line 3 overlaps line 2)");
  }

  @Test
  void takesTheColumnThatIsChosenAndTellsStrategiesWhatWasSaid() {
    RecordedSession session = session(2, "L-1", "08:00", "10:00");

    Stay taken = seated(TwoBays.site(), session).stays().getFirst();
    Stay asked =
        Seating.of(List.of(session), TwoBays.site(), Demand.REQUESTED, Needs.TRUE)
            .stays()
            .getFirst();

    assertThat(taken.demandMicrojoules()).isEqualTo(8000 * Stay.WATT_HOUR);
    assertThat(taken.told())
        .isEqualTo(
            new ChargingNeeds(OptionalLong.of(20_000), Optional.of(time("18:00").toInstant())));
    assertThat(asked.demandMicrojoules()).isEqualTo(20_000 * Stay.WATT_HOUR);
    assertThat(asked.told())
        .isEqualTo(
            new ChargingNeeds(OptionalLong.of(20_000), Optional.of(time("10:00").toInstant())));
    assertThat(taken.needsAfter(25_000 * Stay.WATT_HOUR).wattHours()).hasValue(0);
  }
}
