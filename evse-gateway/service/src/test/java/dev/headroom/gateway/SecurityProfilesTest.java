package dev.headroom.gateway;

import static dev.headroom.gateway.AuthenticationTest.basic;
import static dev.headroom.gateway.AuthenticationTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.embedded.TopicReader;
import dev.headroom.gateway.actor.CertificateAuthority;
import dev.headroom.gateway.actor.CertificateAuthority.Identity;
import dev.headroom.gateway.actor.Charger;
import dev.headroom.gateway.actor.TlsResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** OCPP security profiles 2 and 3, over TLS as chargers speak it. */
@QuarkusTest
@WithTestResource(TlsResource.class)
class SecurityProfilesTest extends GatewayTest {

  @ConfigProperty(name = "quarkus.http.test-ssl-port")
  int tlsPort;

  private static final String REVOKED =
      "headroom_ocpp_forbidden_total{reason=\"certificate_revoked\"}";

  private final CertificateAuthority authority = TlsResource.authority();

  @Test
  void aChargerOfProfile2ShowsItsPasswordWithinTls() {
    Charger charger = open(plainClient(), station, basic(station, PASSWORD));
    charger.boot();
    charger.vanish();
    assertThat(refused(() -> open(plainClient(), station, Map.of())).statusCode()).isEqualTo(401);
    assertThat(seenProfile()).isEqualTo(2);
  }

  @Test
  void whoUsedAHigherProfileDoesNotComeBackOnALower() {
    open(plainClient(), station, basic(station, PASSWORD)).vanish();
    assertThat(refused(this::connect).statusCode()).as("plain").isEqualTo(403);
    open(clientOf(station), station, Map.of()).vanish();
    assertThat(refused(() -> open(plainClient(), station, basic(station, PASSWORD))).statusCode())
        .as("without its certificate")
        .isEqualTo(403);
    assertThat(seenProfile()).isEqualTo(3);
    assertThat(
            operator
                .put(station, "{\"password\":\"" + PASSWORD + "\",\"securityProfile\":1}")
                .statusCode())
        .isEqualTo(204);
    connect().vanish();
  }

  @Test
  void aCertificateOpensItsOwnStationsSocketAlone() {
    String other = station + "-b";
    operator.provision(other, PASSWORD);
    double before = operator.metric("headroom_ocpp_forbidden_total");
    HttpClient mine = clientOf(station);
    open(mine, station, Map.of()).vanish();
    assertThat(refused(() -> open(mine, other, Map.of())).statusCode()).isEqualTo(403);
    assertThat(refused(() -> open(mine, other, basic(other, PASSWORD))).statusCode())
        .as("with the other's password")
        .isEqualTo(403);
    assertThat(refused(() -> open(clientOf("CP-nobody"), "CP-nobody", Map.of())).statusCode())
        .as("a station that nobody made known")
        .isEqualTo(401);
    assertThat(operator.metric("headroom_ocpp_forbidden_total")).isEqualTo(before + 2);
    eventually().until(() -> audited(other).count() == 2);
    assertThat(audited(other).findFirst().orElseThrow())
        .contains("certificate_of_another", "CN=" + station, "\"refused\"");
  }

  @Test
  void strangersAndThoseWhoAreOutOfDateDoNotFinishTheirHandshake() {
    Identity old = authority.issue("CN=" + station, Instant.now().minus(Duration.ofHours(1)));
    Identity strange = CertificateAuthority.fresh().issue("CN=" + station);
    for (Identity wrong : List.of(old, strange)) {
      HttpClient client = client(Optional.of(wrong));
      assertThatThrownBy(() -> open(client, station, basic(station, PASSWORD)))
          .as("even with the right password")
          .isInstanceOf(Exception.class)
          .hasRootCauseInstanceOf(SSLException.class);
    }
  }

  @Test
  void aRevokedCertificateIsRefusedAsSoonAsTheListSaysSo() {
    Identity mine = authority.issue("CN=" + station);
    open(client(Optional.of(mine)), station, Map.of()).vanish();
    authority.revoke(TlsResource.revoked(), List.of(mine.certificate()));
    double before = operator.metric(REVOKED);
    HttpClient client = client(Optional.of(mine));
    eventually().until(() -> isRefused(client));
    assertThat(operator.metric(REVOKED)).isEqualTo(before + 1);
    open(client(Optional.of(authority.issue("CN=" + station))), station, Map.of()).vanish();
  }

  @Test
  void whatItMustUseAtLeastIsSaidOfAStationOrItsSite() {
    assertThat(operator.put(station, "{\"securityProfile\":4}").statusCode()).isEqualTo(400);
    assertThat(operator.put(station, "{\"securityProfile\":2}").statusCode())
        .as("a password is needed below profile 3")
        .isEqualTo(400);
    operator.put(station, "{\"password\":\"" + PASSWORD + "\",\"securityProfile\":2}");
    assertThat(refused(this::connect).statusCode()).isEqualTo(403);
    open(plainClient(), station, basic(station, PASSWORD)).vanish();

    String guarded = station + "-g";
    operator.provision(guarded, PASSWORD);
    allocator.accept("fort", guarded);
    eventually()
        .until(
            () -> {
              try {
                Charger.connect(port, guarded, PASSWORD).vanish();
                return false; // the gateway has not read of the site yet
              } catch (RuntimeException no) {
                return true;
              }
            });
    assertThat(refused(() -> open(plainClient(), guarded, basic(guarded, PASSWORD))).statusCode())
        .isEqualTo(403);
    assertThat(operator.put(guarded, "{\"securityProfile\":3}").statusCode()).isEqualTo(204);
    open(clientOf(guarded), guarded, Map.of()).vanish();
  }

  @Test
  void speaksTheSuitesOfOcppAndNoOlderOnes() {
    SSLParameters named =
        new SSLParameters(
            new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"}, new String[] {"TLSv1.2"});
    open(client(Optional.empty(), named), station, basic(station, PASSWORD)).vanish();
    SSLParameters older =
        new SSLParameters(
            new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"}, new String[] {"TLSv1.2"});
    assertThatThrownBy(
            () -> open(client(Optional.empty(), older), station, basic(station, PASSWORD)))
        .hasRootCauseInstanceOf(SSLHandshakeException.class);
  }

  private boolean isRefused(HttpClient client) {
    try {
      open(client, station, Map.of()).vanish();
      return false;
    } catch (RuntimeException refused) {
      return true;
    }
  }

  private Stream<String> audited(String object) {
    return TopicReader.all(broker, "headroom.audit").stream()
        .map(record -> record.value())
        .filter(text -> text.contains("\"" + object + "\"") && text.contains("station.connect"));
  }

  private int seenProfile() {
    JsonNode shown = operator.json("/api/v1/stations/" + station);
    return shown.path("securityProfileSeen").asInt();
  }

  private Charger open(HttpClient client, String path, Map<String, String> headers) {
    URI uri = URI.create("wss://127.0.0.1:" + tlsPort + "/ocpp/" + path);
    return Charger.open(client, uri, "ocpp1.6", headers);
  }

  private HttpClient plainClient() {
    return client(Optional.empty());
  }

  private HttpClient clientOf(String name) {
    return client(Optional.of(authority.issue("O=Headroom, CN=" + name)));
  }

  private HttpClient client(Optional<Identity> identity) {
    return HttpClient.newBuilder().sslContext(authority.client(identity)).build();
  }

  private HttpClient client(Optional<Identity> identity, SSLParameters parameters) {
    return HttpClient.newBuilder()
        .sslContext(authority.client(identity))
        .sslParameters(parameters)
        .build();
  }
}
