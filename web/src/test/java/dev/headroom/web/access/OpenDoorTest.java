package dev.headroom.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without an issuer, on the loopback address. */
@QuarkusTest
class OpenDoorTest {

  @TestHTTPResource("/")
  URI base;

  @Test
  void asksNobodyAtThisMachine() {
    var answer = new Visitor(base).ask("PUT", "/api/v1/sites/campus-1");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(new Visitor(base).get("/api/v1/sites/campus-1").body())
        .isEqualTo("anonymous on loopback");
  }

  @Test
  void staysShutWhereNobodySaidWhoMay() {
    assertThat(new Visitor(base).get("/api/v1/forgotten").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"})
  void answersNobodyThroughAProxy(String header) {
    var answer = new Visitor(base, header, "192.0.2.1").get("/api/v1/sites");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("headroom.access.issuer");
  }

  /** A page of that name in a browser here would be somebody else, too (DNS rebinding). */
  @Test
  void answersNobodyWhoCallsItByAnotherName() {
    assertThat(new Visitor(base, "Host", "rebound.example").get("/api/v1/sites").statusCode())
        .isEqualTo(403);
    assertThat(new Visitor(base, "Host", "localhost:8080").get("/api/v1/sites").statusCode())
        .isEqualTo(200);
  }
}
