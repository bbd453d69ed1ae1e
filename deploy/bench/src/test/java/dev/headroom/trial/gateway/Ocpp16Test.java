package dev.headroom.trial.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Ocpp16Test {

  private static final String PROFILE =
      """
      [2,"7","SetChargingProfile",{"connectorId":1,"csChargingProfiles":{"chargingProfileId":1,\
      "stackLevel":%d,"chargingProfilePurpose":"%s","chargingProfileKind":"Absolute",\
      "chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":[\
      {"startPeriod":0,"limit":%s},{"startPeriod":600,"limit":6}]}}}]\
      """;

  private final Timings answers = new Timings();
  private final Ocpp16 charger = new Ocpp16(answers);
  private final List<String> said = new ArrayList<>();

  @Test
  void isReadyOnceItIsBootedAndHoldsABaseProfile() {
    charger.opened(said::add);
    charger.heard(PROFILE.formatted(0, "TxDefaultProfile", "6"));
    assertThat(charger.ready()).isEqualTo(new Speaker.Ready.No());
    boot();
    assertThat(charger.ready()).isInstanceOf(Speaker.Ready.Since.class);
    charger.lost();
    assertThat(charger.ready()).isEqualTo(new Speaker.Ready.No());
  }

  @Test
  void samplesInATransactionAloneAndOneAtATime() throws JsonProcessingException {
    charge();
    assertThat(charger.sample()).isTrue();
    assertThat(charger.sample()).isFalse();
    JsonNode call = new ObjectMapper().readTree(said.getLast());
    assertThat(call.path(2).asText()).isEqualTo("MeterValues");
    assertThat(call.path(3).path("transactionId").asInt()).isEqualTo(42);
    assertThat(call.path(3).path("meterValue").path(0).path("sampledValue")).hasSize(9);
    answer("{}");
    assertThat(answers.take().size()).isOne();
    assertThat(charger.sample()).isTrue();
  }

  @Test
  void followsTheLimitItIsGivenAndTellsOfIt() {
    charge();
    charger.heard(PROFILE.formatted(1, "TxProfile", "13.5"));
    assertThat(charger.limitMilliamps()).isEqualTo(13_500);
    charger.heard("[2,\"8\",\"GetCompositeSchedule\",{\"connectorId\":1,\"duration\":900}]");
    assertThat(said.getLast())
        .startsWith("[3,\"8\",")
        .contains("\"limit\":13.5")
        .contains("\"startPeriod\":600");
    charger.sample();
    assertThat(said.getLast()).contains("\"13.5\"");
  }

  @Test
  void saysOfWhatItDoesNotKnowThatItDoesNot() {
    charger.opened(said::add);
    charger.heard("[2,\"9\",\"UnlockConnector\",{}]");
    assertThat(said.getLast()).startsWith("[4,\"9\",\"NotImplemented\"");
  }

  private void boot() {
    answer("{\"status\":\"Accepted\",\"currentTime\":\"2026-11-23T12:00:00Z\",\"interval\":60}");
  }

  private void charge() {
    charger.opened(said::add);
    boot();
    answer("{}");
    charger.begin();
    answer("{}");
    answer("{\"transactionId\":42,\"idTagInfo\":{\"status\":\"Accepted\"}}");
    answer("{}");
  }

  private void answer(String payload) {
    charger.heard("[3,\"m\"," + payload + "]");
  }
}
