package dev.headroom.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Without an issuer, beyond the loopback address. */
@QuarkusTest
@TestProfile(ClosedDoorTest.BeyondLoopback.class)
class ClosedDoorTest {

  public static final class BeyondLoopback implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.host", "0.0.0.0");
    }
  }

  @ConfigProperty(name = "quarkus.http.test-port")
  int port;

  @Test
  void answersNobodyAndSaysWhatToDo() {
    Visitor visitor = new Visitor(URI.create("http://127.0.0.1:" + port));
    var answer = visitor.get("/api/v1/sites");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("headroom.access.issuer", "HEADROOM_ACCESS_ISSUER");
    assertThat(visitor.with("any.token.else").get("/api/v1/sites").statusCode()).isEqualTo(403);
    assertThat(visitor.get("/q/metrics").statusCode()).as("what is no API").isEqualTo(200);
    assertThat(visitor.get("/q/metrics").body())
        .contains("headroom_access_denied_total{reason=\"closed\"");
  }
}
