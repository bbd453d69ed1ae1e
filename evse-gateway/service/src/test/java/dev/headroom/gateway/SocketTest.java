package dev.headroom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.EvseState;
import dev.headroom.gateway.actor.Charger;
import dev.headroom.gateway.actor.RawSocket;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Bad input and competing sockets: a clear answer, a counter, and nothing else disturbed. */
@QuarkusTest
class SocketTest extends GatewayTest {

  @Test
  void answersAnUnknownActionWithNotImplemented() {
    Charger charger = connect();
    Assertions.assertThatThrownBy(() -> charger.call("MakeCoffee", "{}"))
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("NotImplemented");
    charger.vanish();
  }

  @Test
  void answersMalformedCallsWithACallErrorAndGoesOn() {
    double before = operator.metric("headroom_ocpp_malformed_total");
    Charger charger = connect();
    charger.send("[2,\"a\",\"Heartbeat\"]");
    charger.send("[2,\"b\",\"StatusNotification\",{\"connectorId\":1}]");
    charger.send(
        "[2,\"c\",\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\","
            + "\"status\":\"Odd\"}]");
    charger.send("{\"not\":\"an array\"}");
    charger.send("[2");
    eventually().until(() -> charger.errors().size() == 3);
    assertThat(charger.errors())
        .extracting(error -> error.get(2).asText())
        .containsExactly(
            "FormationViolation", "OccurenceConstraintViolation", "PropertyConstraintViolation");
    assertThat(charger.call("Heartbeat", "{}").get("currentTime").asText()).endsWith("Z");
    assertThat(operator.metric("headroom_ocpp_malformed_total")).isEqualTo(before + 5);
    charger.vanish();
  }

  @Test
  void closesASocketThatSendsNothingButNoise() {
    Charger charger = connect();
    for (int n = 0; n < 10; n++) {
      charger.send("noise");
    }
    assertThat(charger.closeCode()).isEqualTo(1008);
  }

  @Test
  void closesASocketThatDoesNotWaitForItsAnswers() {
    Charger charger = connect();
    for (int n = 0; n < 5000; n++) {
      charger.sendEagerly("[2,\"" + n + "\",\"Heartbeat\",{}]", true);
    }
    assertThat(charger.closeCode()).isEqualTo(1008);
  }

  @Test
  void closesWith1009OnAMessageOf1MegabyteAndDisturbsNobodyElse() {
    operator.provision(station + "-b", PASSWORD);
    Charger other = Charger.connect(port, station + "-b", PASSWORD);
    double before = operator.metric("headroom_ocpp_malformed_total");
    Charger charger = connect();
    var ignored =
        charger.sendEagerly("[2,\"x\",\"DataTransfer\",\"" + "x".repeat(1 << 20) + "\"]", true);
    assertThat(charger.closeCode()).isIn(1009, 1006);
    eventually().until(() -> operator.metric("headroom_ocpp_malformed_total") > before);
    assertThat(other.call("Heartbeat", "{}").has("currentTime")).isTrue();
    other.vanish();
  }

  @Test
  void cutsTheConnectionOnASingleFrameOf1MegabyteBeforeReadingIt() throws IOException {
    double before = operator.metric("headroom_ocpp_malformed_total");
    try (RawSocket raw = RawSocket.connect(port, station, PASSWORD)) {
      raw.sendHeaderOfText(1 << 20);
      assertThat(raw.closeCode()).isIn(1009, RawSocket.CUT);
    }
    eventually().until(() -> operator.metric("headroom_ocpp_malformed_total") > before);
  }

  @Test
  void aConnectionThatIsCutCountsAsNoMalformedFrame() throws IOException {
    allocator.accept(site, station);
    double before = operator.metric("headroom_ocpp_malformed_total");
    try (var _ = RawSocket.connect(port, station, PASSWORD)) {
      eventually().until(() -> allocator.state(site).filter(EvseState::online).isPresent());
    }
    eventually().until(() -> allocator.state(site).filter(it -> !it.online()).isPresent());
    assertThat(operator.metric("headroom_ocpp_malformed_total")).isEqualTo(before);
  }

  @Test
  void readsAMessageInFragments() {
    Charger charger = connect();
    charger.sendEagerly("[2,\"f\",\"Heart", false).join();
    charger.sendEagerly("beat\",{}]", true).join();
    eventually()
        .until(() -> charger.frames().stream().anyMatch(text -> text.startsWith("[3,\"f\"")));
    charger.vanish();
  }

  @Test
  void anAuthenticatedSocketDisplacesTheOldOneAndKeepsTheStationOnline() {
    allocator.accept(site, station);
    Charger old = connect();
    old.boot();
    eventually().until(() -> allocator.state(site).filter(EvseState::online).isPresent());
    Charger young = connect();
    assertThat(old.closeCode()).isEqualTo(1008);
    young.boot();
    young.status(1, "Available");
    eventually()
        .until(
            () ->
                allocator
                    .state(site)
                    .filter(EvseState::online)
                    .flatMap(it -> it.connectionEpoch().stream().boxed().findFirst())
                    .isPresent());
    assertThat(young.open()).isTrue();
    young.vanish();
    eventually().until(() -> allocator.state(site).filter(it -> !it.online()).isPresent());
  }
}
