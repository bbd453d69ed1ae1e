package dev.headroom.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.gateway.actor.Charger;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version of OCPP a socket speaks; OCPP-J 1.6 §3.1.2, 2.0.1 part 4 §3.1.2. */
@QuarkusTest
class SubprotocolTest extends GatewayTest {

  @ParameterizedTest
  @CsvSource({
    "'ocpp1.6,ocpp2.0.1', ocpp2.0.1, 2.0.1",
    "'ocpp2.1,ocpp2.0.1,ocpp1.6', ocpp2.0.1, 2.0.1",
    "'ocpp1.5,ocpp1.6', ocpp1.6, 1.6",
    "ocpp1.6, ocpp1.6, 1.6",
  })
  void speaksTheNewestInCommonWhateverTheStationsOrder(
      String offered, String agreed, String version) {
    Charger charger = open(offered);

    assertThat(charger.subprotocol()).isEqualTo(agreed);
    eventually().until(() -> seen().path("connected").asBoolean());
    assertThat(seen().path("ocppVersion").asText()).isEqualTo(version);
    assertThat(charger.call("Heartbeat", "{}").has("currentTime")).isTrue();
    charger.vanish();
  }

  @Test
  void closesASocketThatSpeaksNoneOfOurs() {
    Charger charger = open("ocpp1.5");

    assertThat(charger.closeCode()).isEqualTo(1002);
    assertThat(charger.closeReason()).contains("ocpp2.0.1 or ocpp1.6");
    assertThat(operator.metric("headroom_ocpp_subprotocol_refused_total")).isPositive();
  }

  @Test
  void closesASocketThatNamesNoneUnlessItsStationHasADefault() {
    Charger stranger = open("");
    assertThat(stranger.closeCode()).isEqualTo(1002);
    assertThat(stranger.closeReason()).contains("defaultOcppVersion");

    assertThat(operator.put(station, provisioning("2.0.1")).statusCode()).isEqualTo(204);
    Charger known = open("");
    assertThat(known.subprotocol()).isEmpty();
    assertThat(
            known
                .call(
                    "BootNotification",
                    "{\"reason\":\"PowerUp\",\"chargingStation\":"
                        + "{\"vendorName\":\"Headroom\",\"model\":\"Simulated AC\"}}")
                .get("status")
                .asText())
        .isEqualTo("Pending");
    assertThat(seen().path("ocppVersion").asText()).isEqualTo("2.0.1");
    assertThat(seen().path("defaultOcppVersion").asText()).isEqualTo("2.0.1");
    known.vanish();
  }

  @Test
  void refusesADefaultItDoesNotSpeak() {
    assertThat(operator.put(station, provisioning("1.5")).body()).contains("1.6 or 2.0.1");
  }

  @Test
  void answersAMessageOfTheOtherVersionAsItsOwnSpecificationWants() {
    Charger charger = open("ocpp2.0.1");
    charger.send("[2,\"a\",\"StartTransaction\",{}]");
    charger.send("[2,\"b\",\"Authorize\",{}]");
    charger.send("[2,\"c\",\"Heartbeat\"]");
    eventually().until(() -> charger.errors().size() == 3);

    assertThat(charger.errors())
        .extracting(error -> error.get(2).asText())
        .containsExactly("NotImplemented", "OccurrenceConstraintViolation", "RpcFrameworkError");
    charger.vanish();
  }

  private static String provisioning(String version) {
    return "{\"password\":\"%s\",\"defaultOcppVersion\":\"%s\"}".formatted(PASSWORD, version);
  }

  private JsonNode seen() {
    return operator.json("/api/v1/stations").findParents("id").stream()
        .filter(found -> found.get("id").asText().equals(station))
        .findFirst()
        .orElseThrow();
  }

  private Charger open(String subprotocols) {
    String pair = Base64.getEncoder().encodeToString((station + ":" + PASSWORD).getBytes(UTF_8));
    return Charger.open(port, station, subprotocols, Map.of("Authorization", "Basic " + pair));
  }
}
