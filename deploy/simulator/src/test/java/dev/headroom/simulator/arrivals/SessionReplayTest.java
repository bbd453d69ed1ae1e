package dev.headroom.simulator.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headroom.actors.vehicle.Visit;
import dev.headroom.actors.vehicle.Visits;
import dev.headroom.core.site.Site;
import dev.headroom.simulator.fake.TestSite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded sessions: read, placed, and played faster. */
class SessionReplayTest {

  private static final String HEADER =
      "arrival,departure,requested_energy (kWh),delivered_energy (kWh),station_id\n";
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  @TempDir private Path directory;

  private Path file(String rows) throws IOException {
    return Files.writeString(directory.resolve("sessions.csv"), HEADER + rows);
  }

  private SessionReplay busiest(String rows) throws IOException {
    return SessionReplay.read(file(rows), Optional.empty(), 60);
  }

  private static String session(String arrival, String departure, String station) {
    return "%s-07:00,%s-07:00,12.5,9.1,%s\n".formatted(arrival, departure, station);
  }

  private static final String THREE_DAYS =
      session("2019-05-03 09:00:00", "2019-05-03 17:00:00", "B")
          + session("2019-05-02 08:00:00", "2019-05-02 10:00:00", "A")
          + session("2019-05-02 09:00:00", "2019-05-02 18:00:00", "B")
          + session("2019-05-01 07:00:00", "2019-05-01 19:00:00", "A");

  @Test
  void beginsWithTheFirstArrivalOfTheBusiestDay() throws IOException {
    SessionReplay replay = busiest(THREE_DAYS);

    assertThat(replay.beginning()).isEqualTo(Instant.parse("2019-05-02T15:00:00Z"));
    assertThat(replay.sessions())
        .extracting(RecordedSession::station)
        .containsExactly("A", "B", "B");
    assertThat(replay.sessions().getFirst().requestedWattHours()).isEqualTo(12_500);
  }

  @Test
  void beginsOnTheDayThatIsAskedFor() throws IOException {
    Path file = file(THREE_DAYS);

    var replay = SessionReplay.read(file, Optional.of(LocalDate.parse("2019-05-03")), 1);

    assertThat(replay.sessions()).hasSize(1);
    assertThatThrownBy(
            () -> SessionReplay.read(file, Optional.of(LocalDate.parse("2020-01-01")), 1))
        .hasMessageContaining("nobody arrives on 2020-01-01 or later")
        .hasMessageContaining("from 2019-05-01 to 2019-05-03");
  }

  @Test
  void readsGzipToo() throws IOException {
    Path zipped = directory.resolve("sessions.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write((HEADER + THREE_DAYS).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(SessionReplay.read(zipped, Optional.empty(), 60)).isEqualTo(busiest(THREE_DAYS));
  }

  @Test
  void saysWhereAFileIsWrong() throws IOException {
    String good = session("2019-05-02 08:00:00", "2019-05-02 10:00:00", "A");

    refuses(good + "soon,2019-05-02 10:00:00-07:00,1,1,A\n", "sessions.csv:3: column 'arrival'");
    refuses(
        good + good + "2019-05-02 08:00:00-07:00,2019-05-02 07:00:00-07:00,1,1,A\n",
        "sessions.csv:4: column 'departure'");
    refuses(
        "2019-05-02 08:00:00-07:00,2019-05-02 09:00:00-07:00,many,1,A\n",
        "sessions.csv:2: column 'requested_energy (kWh)': 'many'");
    refuses("2019-05-02 08:00:00-07:00,2019-05-02 09:00:00-07:00,-1,1,A\n", "0 to 10,000 kWh");
    refuses("2019-05-02 08:00:00-07:00,2019-05-02 09:00:00-07:00,NaN,1,A\n", "no number");
    refuses(good + "2019-05-02 08:00:00-07:00,2019-05-02 09:00:00-07:00,1\n", "sessions.csv:3");
    refuses("2019-05-02 08:00:00-07:00,2019-05-02 09:00:00-07:00,1,1,\n", "'station_id'");
    refuses("", "holds no session");
    Path other = Files.writeString(directory.resolve("other.csv"), "when,where\n1,2\n");
    assertThatThrownBy(() -> SessionReplay.read(other, Optional.empty(), 60))
        .hasMessageContaining("other.csv:1: has no column 'arrival'");
    assertThatThrownBy(() -> SessionReplay.read(directory.resolve("no"), Optional.empty(), 60))
        .hasMessageContaining("cannot be read");
  }

  private void refuses(String rows, String message) {
    assertThatThrownBy(() -> busiest(rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void spreadsStationsAndSendsWhoFindsHisTakenToTheNextFreeEvse() throws IOException {
    Site site = TestSite.site();
    String rows =
        session("2019-05-02 08:00:00", "2019-05-02 10:00:00", "A")
            + session("2019-05-02 08:10:00", "2019-05-02 09:00:00", "A")
            + session("2019-05-02 08:20:00", "2019-05-02 11:00:00", "B")
            + session("2019-05-02 10:00:00", "2019-05-02 11:00:00", "A")
            + session("2019-05-02 10:30:00", "2019-05-02 11:00:00", "B");
    SessionReplay replay = busiest(rows);

    Placement placement = Placement.of(replay.sessions(), List.of(site));

    assertThat(placement.at("home", site.evses().getFirst()))
        .extracting(session -> session.arrival().toLocalTime().toString())
        .containsExactly("08:00", "10:00");
    assertThat(placement.at("home", site.evses().getLast()))
        .extracting(session -> session.arrival().toLocalTime().toString())
        .containsExactly("08:10", "10:30");
    assertThat(placement.placed()).isEqualTo(4);
    assertThat(placement.turnedAway()).isEqualTo(1);
  }

  @Test
  void shortensStaysAndRequestsByTheSameSpeed() throws IOException {
    Site site = TestSite.site();
    RunningReplay running = RunningReplay.begin(busiest(THREE_DAYS), List.of(site), START);

    Visits visits = running.visits("home", site.evses().getFirst());

    Visit first = visits.next().orElseThrow();
    assertThat(first.arrival()).isEqualTo(START);
    assertThat(first.departure()).isEqualTo(START.plusSeconds(120));
    assertThat(first.vehicle().energyWantedWattHours()).isEqualTo(209);
    assertThat(first.vehicle().maximumMilliamps()).isEqualTo(32_000);
    assertThat(visits.next()).isEmpty();
    assertThat(running.visits("home", site.evses().getLast()).next().orElseThrow().arrival())
        .isEqualTo(START.plusSeconds(60));
  }

  @Test
  void readsAPublishedYearOfAGarage() {
    Path root = Path.of(System.getProperty("headroom.root", "."));
    Path file =
        root.resolve("../shared/data/ev-sessions/caltech_2019-05-01_2019-08-31.csv.gz").normalize();
    assumeTrue(Files.exists(file), file + " is absent: other people's data is not in the project");

    SessionReplay replay = SessionReplay.read(file, Optional.empty(), 60);

    LocalDate first = replay.sessions().getFirst().arrival().toLocalDate();
    assertThat(first).isEqualTo(LocalDate.parse("2019-06-14"));
    assertThat(replay.sessions())
        .filteredOn(session -> session.arrival().toLocalDate().equals(first))
        .hasSize(49);
  }
}
