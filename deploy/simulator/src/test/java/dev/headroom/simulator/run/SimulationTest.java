package dev.headroom.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.simulator.fake.FakeCentral.Heard;
import dev.headroom.simulator.fake.FakeIngest;
import dev.headroom.simulator.fake.TestSite;
import dev.headroom.simulator.ocpp.SpokenVersions;
import dev.headroom.simulator.sites.Credentials;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole simulator over real sockets against servers of a few lines. */
class SimulationTest extends OverSockets {

  SimulationTest() {
    super(SpokenVersions.ALL_1_6);
  }

  private int chargeNumbered(String name) throws Exception {
    return Integer.parseInt(charge(name));
  }

  private String setProfile(String station, int connector, String profile) throws Exception {
    return central
        .call(
            station,
            "SetChargingProfile",
            "{\"connectorId\":%d,\"csChargingProfiles\":%s}".formatted(connector, profile))
        .at("/2/status")
        .asText();
  }

  private static String base(int amperes) {
    return """
    {"chargingProfileId":1,"stackLevel":0,"chargingProfilePurpose":"TxDefaultProfile",
     "chargingProfileKind":"Absolute","chargingSchedule":{"chargingRateUnit":"A",
     "startSchedule":"2026-01-01T00:00:00Z",
     "chargingSchedulePeriod":[{"startPeriod":0,"limit":%d}]}}\
    """
        .formatted(amperes);
  }

  private static String live(int transaction, String limit, int ttlSeconds) {
    return """
    {"chargingProfileId":2,"stackLevel":1,"chargingProfilePurpose":"TxProfile",
     "transactionId":%d,"chargingProfileKind":"Absolute",
     "chargingSchedule":{"chargingRateUnit":"A","startSchedule":"%s",
     "chargingSchedulePeriod":[{"startPeriod":0,"limit":%s,"numberPhases":3},
                               {"startPeriod":%d,"limit":6}]}}\
    """
        .formatted(transaction, Instant.now(), limit, ttlSeconds);
  }

  @Test
  void bootsReportsAndMetersASessionOnItsTerminals() throws Exception {
    central.call(
        "cp-2", "ChangeConfiguration", "{\"key\":\"MeterValueSampleInterval\",\"value\":\"1\"}");
    int transaction = chargeNumbered("two");

    await().atMost(PATIENCE).until(() -> central.heard("MeterValues").size() >= 3);

    JsonNode boot = central.heard("BootNotification").getFirst().payload();
    assertThat(boot.get("chargePointVendor").asText()).isEqualTo("Headroom");
    assertThat(boot.get("chargePointModel").asText()).isEqualTo("Simulated AC");
    Heard values = central.heard("MeterValues").getLast();
    assertThat(values.payload().get("transactionId").asInt()).isEqualTo(transaction);
    assertThat(values.payload().at("/meterValue/0/sampledValue"))
        .filteredOn(sample -> sample.get("measurand").asText().equals("Current.Import"))
        .extracting(sample -> sample.get("phase").asText() + " " + sample.get("value").asText())
        .containsExactly("L1 32.00", "L2 32.00", "L3 32.00");
    assertThat(central.heard("StatusNotification"))
        .filteredOn(each -> each.station().equals("cp-2"))
        .extracting(each -> each.payload().get("status").asText())
        .containsSubsequence("Available", "Preparing", "Charging");
  }

  @Test
  void whatAVehicleDrawsShowsInTheMeterReadings() throws Exception {
    await().atMost(PATIENCE).until(() -> !ingest.of("home/main").isEmpty());
    double before = ingest.latest("home/main").value("i/L1");
    assertThat(ingest.latest("home/main").contentFormat()).isEqualTo(110);

    charge("two");
    awaitDraw("two", 32_000);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(ingest.latest("home/main").value("i/L1"))
                    .isCloseTo(before + 32, within(1.5)));
  }

  @Test
  void obeysItsLimitAndFallsThroughTheTailWithTheLinkCut() throws Exception {
    assertThat(setProfile("cp-1", 0, base(6))).isEqualTo("Accepted");
    int transaction = chargeNumbered("one");
    assertThat(setProfile("cp-1", 1, live(transaction + 1, "16", 60))).isEqualTo("Rejected");
    assertThat(setProfile("cp-1", 1, live(transaction, "16.97", 3))).isEqualTo("Accepted");
    awaitDraw("one", 16_900);

    assertThat(post("/chargers/cp-1/disconnect", "")).isEqualTo(200);

    awaitDraw("one", 6_000);
    assertThat(evse("one").get("connected").asBoolean()).isFalse();
    assertThat(post("/chargers/cp-1/connect", "")).isEqualTo(200);
    await().atMost(PATIENCE).until(() -> evse("one").get("connected").asBoolean());
    assertThat(central.heard("StopTransaction")).isEmpty();
  }

  @Test
  void keepsItsTransactionMessagesOverALostLink() throws Exception {
    int transaction = chargeNumbered("one");
    post("/chargers/cp-1/disconnect", "");

    assertThat(post("/evses/home/one/unplug", "")).isEqualTo(200);
    chargeOffline("one");
    post("/chargers/cp-1/connect", "");

    await().atMost(PATIENCE).until(() -> central.heard("StartTransaction").size() == 2);
    JsonNode stop = central.heard("StopTransaction").getFirst().payload();
    assertThat(stop.get("transactionId").asInt()).isEqualTo(transaction);
    assertThat(stop.get("reason").asText()).isEqualTo("EVDisconnected");
    await().atMost(PATIENCE).until(() -> evse("one").path("transactionId").asInt() > transaction);
  }

  @Test
  void isTurnedAwayWithAWrongPasswordAndKeepsTrying() throws Exception {
    Credentials wrong =
        new Credentials(
            TestSite.CREDENTIALS.meterKeys(), Map.of("cp-1", "guessed", "cp-2", "guessed-too"));
    try (var stranger = new Simulation(TestSite.settings(central, ingest, wrong))) {
      stranger.start();

      await().atMost(PATIENCE).until(() -> central.turnedAway().size() >= 4);
    }
    assertThat(central.heard("BootNotification")).hasSizeLessThanOrEqualTo(2);
    assertThat(evse("one").get("connected").asBoolean()).isTrue();
  }

  @Test
  void comesBackWithoutABootAfterTheCentralSystemDroppedIt() throws Exception {
    int statuses = central.heard("cp-1", "StatusNotification").size();
    central.drop("cp-1");

    await()
        .atMost(PATIENCE)
        .until(() -> central.heard("cp-1", "StatusNotification").size() > statuses);
    assertThat(evse("one").get("connected").asBoolean()).isTrue();
    assertThat(central.heard("cp-1", "BootNotification")).hasSize(1);
  }

  @Test
  void losesItsLiveLimitInAPowerCycleButKeepsItsBase() throws Exception {
    setProfile("cp-1", 0, base(8));
    int transaction = chargeNumbered("one");
    setProfile("cp-1", 1, live(transaction, "20", 600));
    awaitDraw("one", 20_000);

    post("/chargers/cp-1/reboot", "");

    await().atMost(PATIENCE).until(() -> central.heard("StopTransaction").size() == 1);
    assertThat(central.heard("StopTransaction").getFirst().payload().get("reason").asText())
        .isEqualTo("PowerLoss");
    awaitDraw("one", 8_000);
    await().atMost(PATIENCE).until(() -> central.heard("cp-1", "BootNotification").size() == 2);
  }

  @Test
  void answersWhatItIsAsked() throws Exception {
    JsonNode keys =
        central.call(
            "cp-1", "GetConfiguration", "{\"key\":[\"ChargingScheduleMaxPeriods\",\"No\"]}");
    assertThat(keys.at("/2/configurationKey/0/value").asText()).isEqualTo("24");
    assertThat(keys.at("/2/unknownKey/0").asText()).isEqualTo("No");
    assertThat(central.call("cp-1", "GetConfiguration", "{}").at("/2/configurationKey").size())
        .isGreaterThan(9);
    assertThat(change("NumberOfConnectors", "2")).isEqualTo("Rejected");
    assertThat(change("HeartbeatInterval", "-1")).isEqualTo("Rejected");
    assertThat(change("Nonsense", "1")).isEqualTo("NotSupported");
    assertThat(central.call("cp-1", "UnlockConnector", "{\"connectorId\":1}").get(2).asText())
        .isEqualTo("NotImplemented");
    assertThat(central.call("cp-1", "SetChargingProfile", "{\"connectorId\":1}").get(2).asText())
        .isEqualTo("PropertyConstraintViolation");
    assertThat(
            central
                .call("cp-1", "RemoteStopTransaction", "{\"transactionId\":9}")
                .at("/2/status")
                .asText())
        .isEqualTo("Rejected");
    setProfile("cp-1", 0, base(9));
    JsonNode schedule =
        central.call("cp-1", "GetCompositeSchedule", "{\"connectorId\":1,\"duration\":60}");
    assertThat(schedule.at("/2/chargingSchedule/chargingSchedulePeriod/0/limit").asInt())
        .isEqualTo(9);
    assertThat(central.call("cp-1", "ClearChargingProfile", "{\"id\":1}").at("/2/status").asText())
        .isEqualTo("Accepted");
    assertThat(central.call("cp-1", "ClearChargingProfile", "{\"id\":1}").at("/2/status").asText())
        .isEqualTo("Unknown");
    assertThat(
            central
                .call("cp-1", "TriggerMessage", "{\"requestedMessage\":\"MeterValues\"}")
                .at("/2/status")
                .asText())
        .isEqualTo("Accepted");
    await().atMost(PATIENCE).until(() -> !central.heard("MeterValues").isEmpty());
  }

  private String change(String key, String value) throws Exception {
    return central
        .call(
            "cp-1",
            "ChangeConfiguration",
            "{\"key\":\"%s\",\"value\":\"%s\"}".formatted(key, value))
        .at("/2/status")
        .asText();
  }

  @Test
  void standsNonsenseAndStopsWhenTold() throws Exception {
    int transaction = chargeNumbered("one");
    central.send("cp-1", "nonsense");
    central.send("cp-1", "[7]");
    central.send("cp-1", "[3,\"unknown\",{}]");

    assertThat(
            central
                .call(
                    "cp-1",
                    "RemoteStopTransaction",
                    "{\"transactionId\":%d}".formatted(transaction))
                .at("/2/status")
                .asText())
        .isEqualTo("Accepted");

    await().atMost(PATIENCE).until(() -> evse("one").get("status").asText().equals("Finishing"));
    assertThat(evse("one").get("drawMilliamps").asInt()).isZero();
  }

  @Test
  void metersGoSilentAndComeBackAndFindARestartedServer() throws Exception {
    await().atMost(PATIENCE).until(() -> !ingest.of("home/main").isEmpty());
    post("/meters/home/main/stop", "");
    await().atMost(PATIENCE).until(() -> !state().at("/sites/0/meters/0/running").asBoolean());
    post("/meters/home/main/start", "");
    int port = ingest.port();

    ingest.close();
    await().atMost(PATIENCE).until(() -> state().at("/sites/0/meters/0/lost").asInt() > 0);
    ingest = new FakeIngest(TestSite.CREDENTIALS.meterKeys(), port);

    await().atMost(PATIENCE.multipliedBy(2)).until(() -> !ingest.of("home/main").isEmpty());
  }

  @Test
  void aStepInTheBaseLoadsItsPhaseAlone() throws Exception {
    assertThat(post("/sites/home/base", "{\"L2\": 40.5}")).isEqualTo(200);
    await().atMost(PATIENCE).until(() -> !ingest.of("home/main").isEmpty());
    await().atMost(PATIENCE).until(() -> ingest.latest("home/main").value("i/L2") > 40.5);
    assertThat(ingest.latest("home/main").value("i/L3")).isLessThan(20);
  }

  @Test
  void refusesControlThatMeansNothing() throws Exception {
    assertThat(post("/sites/home/base", "{}")).isEqualTo(404);
    assertThat(post("/sites/home/base", "{\"L2\": 1e9}")).isEqualTo(404);
    assertThat(post("/sites/away/base", "{\"L2\": 1}")).isEqualTo(404);
    assertThat(post("/evses/home/three/plug", "")).isEqualTo(404);
    assertThat(post("/evses/home/one/plug", "not json")).isEqualTo(404);
    assertThat(post("/chargers/cp-1/explode", "")).isEqualTo(404);
    charge("one");
    assertThat(post("/evses/home/one/plug", "")).isEqualTo(409);
  }
}
