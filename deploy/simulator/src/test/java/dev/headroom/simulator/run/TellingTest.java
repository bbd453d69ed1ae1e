package dev.headroom.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.simulator.fake.FakeCentral.Heard;
import dev.headroom.simulator.ocpp.SpokenVersions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Stations that tell less than all of how they follow, and ones that do not follow. */
class TellingTest extends OverSockets {

  private static final String ENERGY = "Energy.Active.Import.Register";

  TellingTest() {
    super(SpokenVersions.MIXED);
  }

  @Test
  void ofVersion16TellsWhatItOffersOrItsSchedule() throws Exception {
    tellsWhatItOffersOrItsSchedule("cp-1", "one", "connectorId", "csChargingProfiles", "%s");
  }

  @Test
  void ofVersion201TellsWhatItOffersOrItsSchedule() throws Exception {
    tellsWhatItOffersOrItsSchedule("cp-2", "two", "evseId", "chargingProfile", "[%s]");
  }

  private void tellsWhatItOffersOrItsSchedule(
      String station, String evse, String place, String profile, String schedules)
      throws Exception {
    charge(evse);
    String schedule =
        """
        {"id":1,"chargingRateUnit":"A","startSchedule":"2026-01-01T00:00:00Z",
         "chargingSchedulePeriod":[{"startPeriod":0,"limit":8}]}\
        """;
    String base =
        """
        {"%s":1,"%s":{"id":1,"chargingProfileId":1,"stackLevel":0,
         "chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Absolute",
         "chargingSchedule":%s}}\
        """
            .formatted(place, profile, schedules.formatted(schedule));
    assertThat(central.call(station, "SetChargingProfile", base).at("/2/status").asText())
        .isEqualTo("Accepted");
    assertThat(sampled(station)).contains("Current.Import", "Current.Offered");

    assertThat(post("/chargers/" + station + "/tell-offer", "")).isEqualTo(200);
    assertThat(sampled(station))
        .containsExactlyInAnyOrder("Current.Offered", "Power.Offered", ENERGY);
    assertThat(composite(station, place)).isEqualByComparingTo("8");

    assertThat(post("/chargers/" + station + "/disobey", "")).isEqualTo(200);
    awaitDraw(evse, 32_000);
    assertThat(composite(station, place)).isEqualByComparingTo("32");

    assertThat(post("/chargers/" + station + "/tell-schedule", "")).isEqualTo(200);
    assertThat(sampled(station)).containsExactly(ENERGY);
  }

  /** What is in the sample that the station is told to send now. */
  private Set<String> sampled(String station) throws Exception {
    int before = central.heard(station, "MeterValues").size();
    central.call(station, "TriggerMessage", "{\"requestedMessage\":\"MeterValues\"}");
    await().atMost(PATIENCE).until(() -> central.heard(station, "MeterValues").size() > before);
    List<Heard> heard = central.heard(station, "MeterValues");
    return heard.getLast().payload().findValuesAsText("measurand").stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  private BigDecimal composite(String station, String place) throws Exception {
    JsonNode answer =
        central.call(
            station, "GetCompositeSchedule", "{\"%s\":1,\"duration\":60}".formatted(place));
    return answer.findValue("chargingSchedulePeriod").at("/0/limit").decimalValue();
  }
}
