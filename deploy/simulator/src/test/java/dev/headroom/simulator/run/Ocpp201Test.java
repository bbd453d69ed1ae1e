package dev.headroom.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.simulator.fake.FakeCentral.Heard;
import dev.headroom.simulator.fake.OcppSchemas;
import dev.headroom.simulator.ocpp.SpokenVersions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Simulated chargers that speak OCPP 2.0.1, over real sockets. */
class Ocpp201Test extends OverSockets {

  Ocpp201Test() {
    super(SpokenVersions.ALL_2_0_1);
  }

  private JsonNode ask(String action, String payload) throws Exception {
    return central.call("cp-1", action, payload).get(2);
  }

  private String status(String action, String payload) throws Exception {
    return ask(action, payload).path("status").asText();
  }

  private static String profile(int id, int level, String purpose, String more, int... periods) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < periods.length; i += 2) {
      text.append(i == 0 ? "" : ",")
          .append("{\"startPeriod\":%d,\"limit\":%d}".formatted(periods[i], periods[i + 1]));
    }
    return """
    {"id":%d,"stackLevel":%d,"chargingProfilePurpose":"%s","chargingProfileKind":"Absolute",%s
     "chargingSchedule":[{"id":1,"chargingRateUnit":"A","startSchedule":"%s",
                          "chargingSchedulePeriod":[%s]}]}\
    """
        .formatted(id, level, purpose, more, Instant.now().minusSeconds(1), text);
  }

  private static String base(int id, int amperes) {
    return profile(id, 0, "TxDefaultProfile", "", 0, amperes);
  }

  private static String live(int id, String transaction, int... periods) {
    return profile(id, 1, "TxProfile", "\"transactionId\":\"%s\",".formatted(transaction), periods);
  }

  private String set(int evse, String profile) throws Exception {
    return status(
        "SetChargingProfile", "{\"evseId\":%d,\"chargingProfile\":%s}".formatted(evse, profile));
  }

  private List<JsonNode> events(String transaction) {
    return central.heard("cp-1", "TransactionEvent").stream()
        .map(Heard::payload)
        .filter(event -> event.at("/transactionInfo/transactionId").asText().equals(transaction))
        .toList();
  }

  private static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.get("eventType").asText()).toList();
  }

  private void sampleEverySecond() throws Exception {
    JsonNode answer =
        ask(
            "SetVariables",
            """
            {"setVariableData":[{"attributeValue":"1","component":{"name":"SampledDataCtrlr"},
             "variable":{"name":"TxUpdatedInterval"}}]}\
            """);
    assertThat(answer.at("/setVariableResult/0/attributeStatus").asText()).isEqualTo("Accepted");
  }

  @Test
  void bootsAndTellsATransactionFromStartToEnd() throws Exception {
    sampleEverySecond();
    String transaction = charge("one");
    await().atMost(PATIENCE).until(() -> events(transaction).size() >= 4);
    assertThat(evse("one").get("ocpp").asText()).isEqualTo("2.0.1");

    post("/evses/home/one/unplug", "");

    await().atMost(PATIENCE).until(() -> types(events(transaction)).contains("Ended"));
    JsonNode boot = central.heard("cp-1", "BootNotification").getFirst().payload();
    assertThat(boot.get("reason").asText()).isEqualTo("PowerUp");
    assertThat(boot.at("/chargingStation/model").asText()).isEqualTo("Simulated AC");
    assertThat(central.heard("cp-1", "Authorize")).hasSize(1);
    List<JsonNode> events = events(transaction);
    assertThat(types(events)).startsWith("Started", "Updated").endsWith("Ended");
    assertThat(events)
        .extracting(event -> event.get("seqNo").asInt())
        .containsExactlyElementsOf(IntStream.range(0, events.size()).boxed().toList());
    assertThat(events).noneMatch(event -> event.get("offline").asBoolean());
    assertThat(events)
        .extracting(event -> event.at("/transactionInfo/chargingState").asText())
        .contains("Charging");
    assertThat(events.getLast().at("/transactionInfo/stoppedReason").asText())
        .isEqualTo("EVDisconnected");
    assertThat(events)
        .filteredOn(event -> event.get("triggerReason").asText().equals("MeterValuePeriodic"))
        .anySatisfy(
            event ->
                assertThat(event.at("/meterValue/0/sampledValue"))
                    .filteredOn(each -> each.get("measurand").asText().equals("Current.Import"))
                    .extracting(each -> each.get("phase").asText() + " " + each.get("value"))
                    .containsExactly("L1 32.0", "L2 32.0"));
    await()
        .atMost(PATIENCE)
        .until(() -> statuses().equals(List.of("Available", "Occupied", "Available")));
  }

  private List<String> statuses() {
    return central.heard("cp-1", "StatusNotification").stream()
        .map(each -> each.payload().get("connectorStatus").asText())
        .toList();
  }

  @Test
  void obeysItsTailWithTheLinkCutAndTellsAfterwardsWhatHappened() throws Exception {
    sampleEverySecond();
    assertThat(set(0, base(1, 6))).isEqualTo("Accepted");
    String transaction = charge("one");
    assertThat(set(1, live(2, "another", 0, 16))).isEqualTo("Rejected");
    assertThat(set(1, live(2, transaction, 0, 16, 4, 6))).isEqualTo("Accepted");
    awaitDraw("one", 16_000);

    post("/chargers/cp-1/disconnect", "");
    awaitDraw("one", 6_000);
    post("/evses/home/one/unplug", "");
    chargeOffline("one");
    String second = evse("one").get("transactionId").asText();
    assertThat(types(events(transaction))).doesNotContain("Ended");
    post("/chargers/cp-1/connect", "");

    await().atMost(PATIENCE).until(() -> types(events(transaction)).contains("Ended"));
    await().atMost(PATIENCE).until(() -> types(events(second)).contains("Started"));
    assertThat(events(transaction).getLast().get("offline").asBoolean()).isTrue();
    assertThat(events(second).getFirst().get("offline").asBoolean()).isTrue();
    assertThat(events(transaction))
        .extracting(event -> event.get("seqNo").asInt())
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(central.heard("cp-1", "BootNotification")).hasSize(1);
  }

  @Test
  void takesOneProfileForEachPlaceAndReportsWhatItHas() throws Exception {
    assertThat(set(0, profile(9, 0, "ChargingStationMaxProfile", "", 0, 30))).isEqualTo("Accepted");
    assertThat(set(1, profile(8, 0, "ChargingStationMaxProfile", "", 0, 30))).isEqualTo("Rejected");
    assertThat(set(1, base(1, 8))).isEqualTo("Accepted");
    assertThat(set(1, base(2, 9))).isEqualTo("Rejected");
    assertThat(set(1, base(1, 10))).isEqualTo("Accepted");
    assertThat(set(7, base(3, 10))).isEqualTo("Rejected");

    assertThat(status("GetChargingProfiles", "{\"requestId\":5,\"chargingProfile\":{}}"))
        .isEqualTo("Accepted");

    await().atMost(PATIENCE).until(() -> central.heard("ReportChargingProfiles").size() == 2);
    List<JsonNode> reports =
        central.heard("ReportChargingProfiles").stream().map(Heard::payload).toList();
    assertThat(reports).extracting(each -> each.get("evseId").asInt()).containsExactly(0, 1);
    assertThat(reports)
        .extracting(each -> each.get("tbc").asBoolean())
        .containsExactly(true, false);
    assertThat(reports.getLast().at("/chargingProfile/0/id").asInt()).isEqualTo(1);
    assertThat(
            reports
                .getLast()
                .at("/chargingProfile/0/chargingSchedule/0/chargingSchedulePeriod/0/limit")
                .decimalValue())
        .isEqualByComparingTo("10");
    JsonNode composite = ask("GetCompositeSchedule", "{\"evseId\":1,\"duration\":60}");
    assertThat(composite.at("/schedule/chargingSchedulePeriod/0/limit").decimalValue())
        .isEqualByComparingTo("10");
    assertThat(status("ClearChargingProfile", "{\"chargingProfileId\":1}")).isEqualTo("Accepted");
    assertThat(status("ClearChargingProfile", "{\"chargingProfileId\":1}")).isEqualTo("Unknown");
    assertThat(status("ClearChargingProfile", "{\"chargingProfileCriteria\":{\"evseId\":0}}"))
        .isEqualTo("Accepted");
    assertThat(status("GetChargingProfiles", "{\"requestId\":6,\"chargingProfile\":{}}"))
        .isEqualTo("NoProfiles");
  }

  @Test
  void saysWhatItCanAndTakesWhatMaySet() throws Exception {
    JsonNode answer =
        ask(
            "GetVariables",
            """
            {"getVariableData":[
              {"component":{"name":"smartchargingctrlr"},"variable":{"name":"ProfileStackLevel"}},
              {"component":{"name":"EVSE","evse":{"id":1}},"variable":{"name":"SupplyPhases"}},
              {"component":{"name":"SmartChargingCtrlr"},"variable":{"name":"Nonsense"}},
              {"component":{"name":"Nonsense"},"variable":{"name":"Enabled"}},
              {"attributeType":"Target","component":{"name":"SmartChargingCtrlr"},
               "variable":{"name":"RateUnit"}}]}\
            """);
    assertThat(answer.get("getVariableResult"))
        .extracting(
            each ->
                each.get("attributeStatus").asText() + " " + each.path("attributeValue").asText())
        .containsExactly(
            "Accepted 10",
            "Accepted 1",
            "UnknownVariable ",
            "UnknownComponent ",
            "NotSupportedAttributeType ");
    JsonNode refused =
        ask(
            "SetVariables",
            """
            {"setVariableData":[{"attributeValue":"-1","component":{"name":"SampledDataCtrlr"},
              "variable":{"name":"TxUpdatedInterval"}},
             {"attributeValue":"99","component":{"name":"SmartChargingCtrlr"},
              "variable":{"name":"ProfileStackLevel"}}]}\
            """);
    assertThat(refused.get("setVariableResult"))
        .extracting(each -> each.get("attributeStatus").asText())
        .containsExactly("Rejected", "Rejected");

    assertThat(status("GetBaseReport", "{\"requestId\":3,\"reportBase\":\"FullInventory\"}"))
        .isEqualTo("Accepted");

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                central.heard("NotifyReport").stream()
                    .anyMatch(each -> !each.payload().get("tbc").asBoolean()));
    assertThat(central.heard("NotifyReport").getFirst().payload().get("reportData").size())
        .isEqualTo(20);
    assertThat(central.call("cp-1", "UnlockConnector", "{\"evseId\":1,\"connectorId\":1}").get(2))
        .hasToString("\"NotImplemented\"");
    assertThat(central.call("cp-1", "SetChargingProfile", "{\"evseId\":1}").get(2))
        .hasToString("\"PropertyConstraintViolation\"");
  }

  @Test
  void startsAndStopsWhenTold() throws Exception {
    String first = charge("one");
    assertThat(status("RequestStopTransaction", "{\"transactionId\":\"nobody's\"}"))
        .isEqualTo("Rejected");
    assertThat(status("RequestStopTransaction", "{\"transactionId\":\"%s\"}".formatted(first)))
        .isEqualTo("Accepted");
    await().atMost(PATIENCE).until(() -> types(events(first)).contains("Ended"));

    assertThat(
            status(
                "RequestStartTransaction",
                """
                {"remoteStartId":77,"evseId":1,"idToken":{"idToken":"x","type":"Central"},
                 "chargingProfile":%s}\
                """
                    .formatted(profile(4, 1, "TxProfile", "", 0, 11))))
        .isEqualTo("Accepted");

    awaitDraw("one", 11_000);
    String second = evse("one").get("transactionId").asText();
    assertThat(second).isNotEqualTo(first);
    await().atMost(PATIENCE).until(() -> !events(second).isEmpty());
    assertThat(events(second).getFirst().at("/transactionInfo/remoteStartId").asInt())
        .isEqualTo(77);
    assertThat(
            status(
                "RequestStartTransaction",
                "{\"remoteStartId\":78,\"evseId\":1,\"idToken\":{\"idToken\":\"x\",\"type\":\"Central\"}}"))
        .isEqualTo("Rejected");
  }

  @Test
  void bootsAfterAResetAndOnlyOnceItIsIdleIfToldSo() throws Exception {
    String transaction = charge("one");
    assertThat(status("Reset", "{\"type\":\"OnIdle\"}")).isEqualTo("Scheduled");
    assertThat(central.heard("cp-1", "BootNotification")).hasSize(1);

    post("/evses/home/one/unplug", "");

    await().atMost(PATIENCE).until(() -> central.heard("cp-1", "BootNotification").size() == 2);
    assertThat(boots("cp-1")).containsExactly("PowerUp", "RemoteReset");
    assertThat(events(transaction).getLast().at("/transactionInfo/stoppedReason").asText())
        .isEqualTo("EVDisconnected");
    assertThat(status("TriggerMessage", "{\"requestedMessage\":\"BootNotification\"}"))
        .isEqualTo("Accepted");
    await().atMost(PATIENCE).until(() -> boots("cp-1").size() == 3);
    assertThat(boots("cp-1")).endsWith("Triggered");
  }

  private List<String> boots(String station) {
    return central.heard(station, "BootNotification").stream()
        .map(each -> each.payload().get("reason").asText())
        .toList();
  }

  @Test
  void everythingItSaysKeepsTheOfficialSchemas() throws Exception {
    Optional<OcppSchemas> schemas = OcppSchemas.installed("ocpp2_0_1.json");
    assumeTrue(schemas.isPresent(), OcppSchemas.MISSING);
    obeysItsTailWithTheLinkCutAndTellsAfterwardsWhatHappened();
    ask("ClearChargingProfile", "{\"chargingProfileCriteria\":{}}");
    takesOneProfileForEachPlaceAndReportsWhatItHas();
    saysWhatItCanAndTakesWhatMaySet();
    post("/evses/home/one/unplug", "");
    await().atMost(PATIENCE).until(() -> !evse("one").get("vehicle").asBoolean());
    startsAndStopsWhenTold();
    for (String message :
        List.of("Heartbeat", "MeterValues", "StatusNotification", "TransactionEvent")) {
      assertThat(status("TriggerMessage", "{\"requestedMessage\":\"%s\"}".formatted(message)))
          .isEqualTo("Accepted");
      String action = message;
      await().atMost(PATIENCE).until(() -> !central.heard("cp-1", action).isEmpty());
    }
    ask("TriggerMessage", "{\"requestedMessage\":\"LogStatusNotification\"}");
    ask("Reset", "{\"type\":\"Immediate\"}");
    await().atMost(PATIENCE).until(() -> central.heard("cp-1", "BootNotification").size() == 2);

    assertThat(schemas.get().faultsOf(central)).isEmpty();
  }
}
