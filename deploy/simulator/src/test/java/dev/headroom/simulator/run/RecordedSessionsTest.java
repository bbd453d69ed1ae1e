package dev.headroom.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headroom.simulator.arrivals.Arrivals;
import dev.headroom.simulator.arrivals.SessionReplay;
import dev.headroom.simulator.fake.FakeCentral;
import dev.headroom.simulator.fake.FakeIngest;
import dev.headroom.simulator.fake.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded arrivals against a central system of a few lines. */
class RecordedSessionsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  @Test
  void comeChargeAndGoAsRecordedAndSayWhatTheyGot() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("sessions.csv"),
            """
            arrival,departure,requested_energy (kWh),station_id
            2019-05-02 08:00:00-07:00,2019-05-02 09:30:00-07:00,3,A
            2019-05-02 08:00:00-07:00,2019-05-02 09:00:00-07:00,900,B
            2019-05-02 08:30:00-07:00,2019-05-02 08:40:00-07:00,1,B
            """);
    List<String> said = new CopyOnWriteArrayList<>();
    SessionReplay replay = SessionReplay.read(file, Optional.empty(), 600);
    try (var central = new FakeCentral(TestSite.CREDENTIALS.stationPasswords());
        var ingest = new FakeIngest(TestSite.CREDENTIALS.meterKeys(), 0);
        var simulation =
            new Simulation(
                TestSite.settings(central, ingest, new Arrivals.Recorded(replay), said::add))) {
      simulation.start();

      await().atMost(PATIENCE).until(() -> simulation.sessions().orElseThrow().over());
      await().atMost(PATIENCE).until(() -> central.heard("StopTransaction").size() == 1);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  central.heard("TransactionEvent").stream()
                      .anyMatch(each -> each.payload().get("eventType").asText().equals("Ended")));

      SessionProgress end = simulation.sessions().orElseThrow();
      assertThat(end.tally().begun()).isEqualTo(2);
      assertThat(end.turnedAway()).isEqualTo(1);
      assertThat(end.askedKilowattHours()).isEqualTo(903);
      assertThat(end.servedKilowattHours()).isBetween(3.0, 40.0);
      await().atMost(PATIENCE).until(() -> said.getLast().startsWith("recorded sessions are over"));
      assertThat(said.getFirst())
          .isEqualTo(
              "replays 2 recorded sessions from 2019-05-02T08:00 at 600 times their speed;"
                  + " 1 more find no free EVSE");
    }
  }
}
