package dev.headroom.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.headroom.gateway.actor.Charger;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Security profile 1 of OCPP 1.6: who gets a socket and who does not. */
@QuarkusTest
class AuthenticationTest extends GatewayTest {

  @Test
  void opensASocketForTheRightPassword() {
    Charger charger = connect();
    eventually().until(() -> connected());
    charger.vanish();
    eventually().until(() -> !connected());
  }

  @Test
  void answers401WithAChallengeWithoutCredentials() {
    double before = operator.metric("headroom_ocpp_unauthorized_total");
    HttpResponse<?> refused = refused(station, Map.of());
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith("Basic realm=");
    assertThat(operator.metric("headroom_ocpp_unauthorized_total")).isEqualTo(before + 1);
  }

  @Test
  void answers401ForAWrongPasswordAnUnknownStationAndSomebodyElsesName() {
    operator.provision(station + "-b", PASSWORD);
    assertThat(refused(station, basic(station, "another-password-01")).statusCode()).isEqualTo(401);
    assertThat(refused("CP-404", basic("CP-404", PASSWORD)).statusCode()).isEqualTo(401);
    assertThat(refused(station, basic(station + "-b", PASSWORD)).statusCode()).isEqualTo(401);
    assertThat(refused(station, Map.of("Authorization", "Basic ?")).statusCode()).isEqualTo(401);
  }

  @Test
  void decodesTheIdentityInThePath() {
    operator.provision("CP%7C" + station, PASSWORD);
    Charger charger =
        Charger.open(port, "CP%7C" + station, "ocpp1.6", basic("CP|" + station, PASSWORD));
    assertThat(charger.open()).isTrue();
    charger.vanish();
  }

  @Test
  void limitsAttemptsWithoutLockingOutAPasswordThatWasRight() {
    connect().vanish();
    IntStream.range(0, 10).forEach(n -> refused(station, basic(station, "guess-0123456789-" + n)));
    assertThat(refused(station, basic(station, "guess-0123456789-x")).statusCode()).isEqualTo(429);
    Charger charger = connect();
    assertThat(charger.open()).isTrue();
    charger.vanish();
  }

  @Test
  void refusesPasswordsThatAreTooShortAndSaysWhy() {
    HttpResponse<String> refused = operator.put(station, "{\"password\":\"short\"}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
        .contains("application/problem+json");
    assertThat(refused.body()).contains("16 to 40").contains("\"status\":400");
    assertThat(operator.put(station, "{").statusCode()).isEqualTo(400);
    assertThat(operator.put(station, "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void closesTheSocketOfAStationThatIsRemoved() {
    Charger charger = connect();
    eventually().until(() -> connected());
    assertThat(operator.delete(station).statusCode()).isEqualTo(204);
    assertThat(charger.closeCode()).isEqualTo(1008);
    assertThat(operator.delete(station).statusCode()).isEqualTo(404);
    assertThat(refused(station, basic(station, PASSWORD)).statusCode()).isEqualTo(401);
  }

  private boolean connected() {
    return operator.json("/api/v1/stations").findParents("id").stream()
        .filter(found -> found.get("id").asText().equals(station))
        .anyMatch(found -> found.get("connected").asBoolean());
  }

  static Map<String, String> basic(String user, String password) {
    String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    return Map.of("Authorization", "Basic " + pair);
  }

  private HttpResponse<?> refused(String path, Map<String, String> headers) {
    return refused(port, path, headers);
  }

  static HttpResponse<?> refused(int port, String path, Map<String, String> headers) {
    return refused(() -> Charger.open(port, path, "ocpp1.6", headers));
  }

  static HttpResponse<?> refused(ThrowingCallable handshakes) {
    Throwable failure = catchThrowable(handshakes);
    if (failure.getCause() instanceof WebSocketHandshakeException handshake) {
      return handshake.getResponse();
    }
    throw new AssertionError("no answer to the handshake", failure);
  }
}
