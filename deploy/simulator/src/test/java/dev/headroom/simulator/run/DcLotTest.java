package dev.headroom.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.vehicle.Vehicle;
import dev.headroom.actors.vehicle.VehicleSpec;
import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.core.site.Site;
import dev.headroom.simulator.arrivals.Arrivals;
import dev.headroom.simulator.fake.FakeCentral;
import dev.headroom.simulator.fake.FakeIngest;
import dev.headroom.simulator.ocpp.SpokenVersions;
import dev.headroom.simulator.sites.Credentials;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example of a lot with a DC charger, in either version. */
class DcLotTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String STATION = "LOT-DC";

  private static Site lot() {
    Path root = Path.of(System.getProperty("headroom.root", "../.."));
    Path file = root.resolve("deploy/examples/dc-lot/dc-lot.yaml");
    return switch (SiteYaml.read(file)) {
      case SiteFile.Read read -> read.document().site();
      case SiteFile.Refused refused -> throw new AssertionError(refused.findings());
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"ALL_1_6", "ALL_2_0_1"})
  void theDcChargerObeysWattsAndTellsThem(SpokenVersions version) throws Exception {
    Site site = lot();
    Credentials credentials = Credentials.random(List.of(site), new SecureRandom());
    try (var central = new FakeCentral(credentials.stationPasswords());
        var ingest = new FakeIngest(credentials.meterKeys(), 0);
        var simulation =
            new Simulation(
                new SimulationSettings(
                    List.of(site),
                    credentials,
                    central.address(),
                    ingest.address(),
                    1,
                    new Arrivals.ByHand(),
                    version,
                    Duration.ofSeconds(1),
                    Optional.empty(),
                    line -> {}))) {
      simulation.start();
      await().atMost(PATIENCE).until(() -> !central.heard(STATION, "BootNotification").isEmpty());
      plug(simulation);
      boolean old = version == SpokenVersions.ALL_1_6;

      JsonNode answer =
          central.call(STATION, "SetChargingProfile", old ? in16(20_000) : in201(20_000));

      assertThat(answer.at("/2/status").asText()).as("%s", answer).isEqualTo("Accepted");
      await()
          .atMost(PATIENCE)
          .until(() -> watts(simulation) > 19_900 && watts(simulation) <= 20_000);
      central.call(STATION, "TriggerMessage", "{\"requestedMessage\":\"MeterValues\"}");
      await().atMost(PATIENCE).until(() -> !central.heard(STATION, "MeterValues").isEmpty());
      JsonNode values = central.heard(STATION, "MeterValues").getLast().payload();
      assertThat(values.at("/meterValue/0/sampledValue"))
          .extracting(sample -> sample.get("measurand").asText())
          .containsExactlyInAnyOrder(
              "Power.Active.Import", "Energy.Active.Import.Register", "Power.Offered");
      assertThat(central.heard(STATION, "BootNotification").getFirst().payload().toString())
          .contains("Simulated DC");
    }
  }

  private static void plug(Simulation simulation) {
    simulation.withSite(
        "dc-lot",
        site -> {
          Connector fast = site.physical().connectorOf(site.physical().evse("fast"));
          fast.plug(
              new Vehicle(new VehicleSpec(1, 500_000, 3, 40_000, Duration.ofMillis(100), false)));
          return fast;
        });
  }

  private static long watts(Simulation simulation) {
    return simulation.withSite(
        "dc-lot", site -> site.physical().connectorOf(site.physical().evse("fast")).watts());
  }

  private static String in16(int watts) {
    return """
    {"connectorId":0,"csChargingProfiles":{"chargingProfileId":1,"stackLevel":0,
     "chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Absolute",
     "chargingSchedule":%s}}\
    """
        .formatted(schedule(watts));
  }

  private static String in201(int watts) {
    return """
    {"evseId":0,"chargingProfile":{"id":1,"stackLevel":0,
     "chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Absolute",
     "chargingSchedule":[%s]}}\
    """
        .formatted(schedule(watts));
  }

  private static String schedule(int watts) {
    return """
    {"id":1,"chargingRateUnit":"W","startSchedule":"2026-01-01T00:00:00Z",
     "chargingSchedulePeriod":[{"startPeriod":0,"limit":%d}]}\
    """
        .formatted(watts);
  }
}
