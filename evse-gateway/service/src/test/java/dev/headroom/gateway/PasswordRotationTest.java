package dev.headroom.gateway;

import static dev.headroom.gateway.AuthenticationTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.embedded.TopicReader;
import dev.headroom.gateway.actor.Charger;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other passwords over OCPP, and security events: what is right when, and what is bounded. */
@QuarkusTest
class PasswordRotationTest extends GatewayTest {

  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1"})
  void bothPasswordsAreRightUntilTheChargerComesBackWithTheNewOne(String version) {
    Charger charger = talking(version);
    assertThat(rotate()).isEqualTo(202);
    String next = told(charger);
    assertThat(next).hasSize(32).matches("[A-Za-z0-9]+").isNotEqualTo(PASSWORD);
    assertThat(charger.closeCode()).as("so that it uses it").isEqualTo(1001);

    eventually().until(() -> !connected());
    Charger old = Charger.connect(port, station, PASSWORD, version);
    eventually().until(this::connected);
    assertThat(rotate()).as("while it may have the other").isEqualTo(409);
    old.vanish();
    assertThat(since()).isNotEmpty();

    Charger.connect(port, station, next, version).vanish();
    assertThat(since()).isEmpty();
    assertThat(refused(() -> Charger.connect(port, station, PASSWORD, version)).statusCode())
        .isEqualTo(401);
    Charger.connect(port, station, next, version).vanish();
    assertThat(audited()).hasSize(1).noneMatch(text -> text.contains(next));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1"})
  void aChargerThatRefusesKeepsItsOwn(String version) {
    Charger charger = talking(version);
    charger.answers("ChangeConfiguration", "Rejected");
    charger.answers("SetVariables", "Rejected");
    assertThat(rotate()).isEqualTo(202);
    String next = told(charger);
    eventually().until(() -> since().isEmpty());
    assertThat(charger.open()).isTrue();
    assertThat(refused(() -> Charger.connect(port, station, next, version)).statusCode())
        .isEqualTo(401);
    charger.vanish();
    Charger.connect(port, station, PASSWORD, version).vanish();
  }

  @Test
  void whoNeverAnsweredComesBackWithWhicheverItHas() {
    Charger charger = talking("ocpp1.6");
    charger.answers("ChangeConfiguration", "");
    assertThat(rotate()).isEqualTo(202);
    String next = told(charger);
    charger.vanish();
    connect().vanish();
    assertThat(since()).as("it may have it nevertheless").isNotEmpty();
    Charger.connect(port, station, next).vanish();
    assertThat(since()).isEmpty();
    assertThat(refused(this::connect).statusCode()).isEqualTo(401);
  }

  @Test
  void whoIsNotHereIsNotTold() {
    assertThat(rotate()).isEqualTo(409);
    assertThat(since()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1"})
  void keepsTheLatestSecurityEventsAndSaysWhatItDoesNotSpeak(String version) {
    Charger charger = Charger.connect(port, station, PASSWORD, version);
    charger.call(
        "SecurityEventNotification",
        "{\"type\":\"TamperDetectionActivated\",\"timestamp\":\"2026-11-22T12:00:00Z\","
            + "\"techInfo\":\"lid\"}");
    eventually().until(() -> events().size() == 1);
    assertThat(events().get(0).path("type").asText()).isEqualTo("TamperDetectionActivated");
    assertThat(events().get(0).path("info").asText()).isEqualTo("lid");
    charger.sendEagerly("[2,\"sign\",\"SignCertificate\",{\"csr\":\"-\"}]", true);
    eventually().until(() -> charger.errors().size() == 1);
    assertThat(charger.errors().getFirst().get(2).asText()).isEqualTo("NotSupported");
    charger.vanish();
  }

  private Charger talking(String version) {
    Charger charger = Charger.connect(port, station, PASSWORD, version);
    charger.call("Heartbeat", "{}");
    eventually().until(this::connected);
    return charger;
  }

  private int rotate() {
    return operator.post("/api/v1/stations/" + station + "/password-rotation", "").statusCode();
  }

  /** The password among what a charger was asked. */
  private static String told(Charger charger) {
    eventually().until(() -> charger.calls().stream().anyMatch(PasswordRotationTest::isPassword));
    JsonNode call =
        charger.calls().stream()
            .filter(PasswordRotationTest::isPassword)
            .findFirst()
            .orElseThrow()
            .get(3);
    return call.has("value")
        ? call.get("value").asText()
        : call.at("/setVariableData/0/attributeValue").asText();
  }

  private static boolean isPassword(JsonNode call) {
    return call.at("/3/key").asText().equals("AuthorizationKey")
        || call.at("/3/setVariableData/0/variable/name").asText().equals("BasicAuthPassword");
  }

  private JsonNode events() {
    return operator.json("/api/v1/stations/" + station + "/security-events");
  }

  private Optional<String> since() {
    JsonNode since = shown().path("passwordRotationSince");
    return since.isTextual() ? Optional.of(since.asText()) : Optional.empty();
  }

  private boolean connected() {
    return shown().path("connected").asBoolean();
  }

  private JsonNode shown() {
    return operator.json("/api/v1/stations/" + station);
  }

  private List<String> audited() {
    eventually().until(() -> !records().isEmpty());
    return records();
  }

  private List<String> records() {
    return TopicReader.all(broker, "headroom.audit").stream()
        .map(ConsumerRecord::value)
        .filter(text -> text.contains("\"" + station + "\"") && text.contains("rotate-password"))
        .toList();
  }
}
