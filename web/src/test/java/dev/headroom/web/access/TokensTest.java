package dev.headroom.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.embedded.issuer.SigningKey;
import dev.headroom.embedded.issuer.TestTokens;
import dev.headroom.embedded.quarkus.IssuerResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** With an issuer named: who has a good token for the right site comes in. */
@QuarkusTest
@WithTestResource(IssuerResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TokensTest {

  @TestHTTPResource("/")
  URI base;

  private Visitor nobody;

  @BeforeEach
  void arrive() {
    nobody = new Visitor(base);
  }

  /** The first: nobody has asked for tokens, so the issuer does not answer yet. */
  @Test
  @Order(1)
  void isThereBeforeItsIssuerIs() {
    String early = TestTokens.of("http://127.0.0.1:1/realm", SigningKey.random()).token("ann");
    HttpResponse<String> answer = nobody.with(early).get("/api/v1/sites");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(nobody.get("/api/v1/sites").statusCode()).as("no token at all").isEqualTo(401);
    assertThat(nobody.get("/q/metrics").statusCode()).isEqualTo(200);

    String good = IssuerResource.tokens().token("ann", "viewer:*");
    assertThat(nobody.with(good).get("/api/v1/sites").statusCode())
        .as("as soon as the issuer is there")
        .isEqualTo(200);
  }

  @Test
  void knowsWhoAsks() {
    HttpResponse<String> answer = as("viewer:campus-*").get("/api/v1/sites/campus-1");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("ann");
  }

  @Test
  void asksForAToken() {
    HttpResponse<String> answer = nobody.get("/api/v1/sites/campus-1");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"status\":401");
    String basic = Base64.getEncoder().encodeToString("CP-1:0123456789abcdef".getBytes(UTF_8));
    assertThat(
            new Visitor(base, "Authorization", "Basic " + basic)
                .get("/api/v1/sites/campus-1")
                .statusCode())
        .as("a charger's credentials open nothing here")
        .isEqualTo(401);
  }

  @Test
  void believesNoOtherToken() {
    TestTokens tokens = IssuerResource.tokens();
    Instant now = Instant.now();
    bad("another key", tokens.key(SigningKey.random()).token("eve", "admin:*"));
    bad("another audience", tokens.audience("shop").token("eve", "admin:*"));
    bad("another issuer", tokens.issuer("http://127.0.0.1:1/realm").token("eve", "admin:*"));
    bad("over", tokens.from(now.minusSeconds(7200), Duration.ofHours(1)).token("eve", "admin:*"));
    bad("no token", "nonsense");
    String unsigned =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(UTF_8));
    String good = tokens.token("eve", "admin:*");
    bad("unsigned", unsigned + good.substring(good.indexOf('.'), good.lastIndexOf('.') + 1));
  }

  private void bad(String why, String token) {
    HttpResponse<String> answer = nobody.with(token).get("/api/v1/sites/campus-1");
    assertThat(answer.statusCode()).as("%s: %s", why, answer.body()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .as(why)
        .contains("Bearer error=\"invalid_token\"");
  }

  @Test
  void forbidsTheWrongRoleAndTheWrongSite() {
    HttpResponse<String> role = as("viewer:*").ask("PUT", "/api/v1/sites/campus-1");
    assertThat(role.statusCode()).isEqualTo(403);
    assertThat(role.body()).contains("commissioner, admin");
    HttpResponse<String> site = as("commissioner:campus-*").ask("PUT", "/api/v1/sites/north");
    assertThat(site.statusCode()).isEqualTo(403);
    assertThat(site.body()).contains("north");
    assertThat(as("commissioner:campus-*").ask("PUT", "/api/v1/sites/campus-1").statusCode())
        .isEqualTo(200);
    assertThat(as().get("/api/v1/sites").statusCode()).as("no role at all").isEqualTo(403);
    assertThat(as("viewer:north").get("/api/v1/sites/%6eorth").statusCode()).isEqualTo(200);
  }

  @Test
  void showsTheSitesOneMaySee() {
    assertThat(as("viewer:campus-*").get("/api/v1/sites").body())
        .isEqualTo("[\"campus-1\",\"campus-2\"]");
    assertThat(as("viewer:*").get("/api/v1/sites").body()).contains("north");
    assertThat(as("viewer:elsewhere").get("/api/v1/sites").body()).isEqualTo("[]");
  }

  @Test
  void takesAllSitesForWhatBelongsToNone() {
    assertThat(as("commissioner:campus-*").ask("DELETE", "/api/v1/everything").statusCode())
        .isEqualTo(403);
    assertThat(as("commissioner:*").ask("DELETE", "/api/v1/everything").statusCode())
        .isEqualTo(200);
  }

  @Test
  void answersNobodyWhereNobodySaidWhoMay() {
    assertThat(as("admin:*").get("/api/v1/forgotten").statusCode()).isEqualTo(403);
  }

  @Test
  void countsWhomItRefused() {
    double before = denied("site");
    as("viewer:campus-*").get("/api/v1/sites/north");
    assertThat(denied("site")).isEqualTo(before + 1);
  }

  private double denied(String reason) {
    return nobody
        .get("/q/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("headroom_access_denied_total{"))
        .filter(line -> line.contains("reason=\"" + reason + "\"") && line.contains("service="))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private Visitor as(String... grants) {
    return nobody.with(IssuerResource.tokens().token("ann", grants));
  }
}
