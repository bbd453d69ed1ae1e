package dev.headroom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.embedded.TopicReader;
import dev.headroom.embedded.quarkus.DatabaseResource;
import dev.headroom.embedded.quarkus.IssuerResource;
import dev.headroom.embedded.quarkus.KafkaResource;
import dev.headroom.gateway.actor.Allocator;
import dev.headroom.gateway.actor.Charger;
import dev.headroom.gateway.actor.Operator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what with which stations, by tokens of an issuer; and chargers, who need none. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(DatabaseResource.class)
@WithTestResource(IssuerResource.class)
class AccessTest {

  private static final String PASSWORD = "0123456789abcdef";

  @ConfigProperty(name = "quarkus.http.test-port")
  int port;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String broker;

  private final ObjectMapper json = new ObjectMapper();
  private Operator nobody;
  private Allocator allocator;

  /** Ready before the issuer has ever answered: it does with the first token. */
  @BeforeEach
  void start() {
    nobody = new Operator(port);
    allocator = new Allocator(broker);
    GatewayActors.eventually().until(() -> nobody.get("/q/health/ready").statusCode() == 200);
  }

  @AfterEach
  void stop() {
    allocator.close();
  }

  @Test
  void stationsBelongToWhoeverMayCommissionTheirSite() {
    accept("north", "N-1");
    accept("south", "S-1");
    assertThat(nobody.provision("N-1", PASSWORD)).isEqualTo(401);
    assertThat(as("viewer:*").provision("N-1", PASSWORD)).isEqualTo(403);
    assertThat(as("commissioner:south").provision("N-1", PASSWORD)).isEqualTo(403);
    assertThat(as("commissioner:north").provision("N-1", PASSWORD)).isEqualTo(201);
    assertThat(as("commissioner:south").provision("S-1", PASSWORD)).isEqualTo(201);
    assertThat(as("commissioner:north").provision("X-1", PASSWORD))
        .as("a station that no site names")
        .isEqualTo(403);
    assertThat(as("commissioner:*").provision("X-1", PASSWORD)).isEqualTo(201);

    assertThat(stations("viewer:north")).containsExactly("N-1");
    assertThat(stations("viewer:*")).contains("N-1", "S-1", "X-1");
    assertThat(as("commissioner:north").delete("S-1").statusCode()).isEqualTo(403);
    assertThat(as("commissioner:south").delete("S-1").statusCode()).isEqualTo(204);
    assertThat(as("admin:*").delete("X-1").statusCode()).isEqualTo(204);

    allocator.accept("thief", "N-1");
    GatewayActors.eventually().until(() -> stations("viewer:north").isEmpty());
    assertThat(as("commissioner:thief").delete("N-1").statusCode())
        .as("naming somebody's station does not make it one's own")
        .isEqualTo(403);
  }

  @Test
  void chargersNeedNoTokenAndATokenOpensNoSocket() {
    assertThat(as("admin:*").provision("C-1", PASSWORD)).isEqualTo(201);
    Charger charger = Charger.connect(port, "C-1", PASSWORD);
    assertThat(charger.open()).isTrue();
    charger.vanish();
    String token = IssuerResource.tokens().token("eve", "admin:*");
    for (String wrong : List.of("Bearer " + token, "Bearer nonsense")) {
      HttpResponse<?> refused =
          AuthenticationTest.refused(port, "C-1", Map.of("Authorization", wrong));
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
          .startsWith("Basic realm=");
    }
  }

  @Test
  void sessionsOfOtherSitesAreNotShown() {
    accept("west", "W-1");
    assertThat(as("admin:*").provision("W-1", PASSWORD)).isEqualTo(201);
    Charger charger = Charger.connect(port, "W-1", PASSWORD);
    charger.boot();
    int transaction = charger.start();
    charger.stop(transaction, 4000);
    GatewayActors.eventually()
        .until(() -> as("viewer:w*").json("/api/v1/sessions?site=west").size() == 1);
    charger.vanish();

    assertThat(as("viewer:w*").json("/api/v1/sessions")).hasSize(1);
    assertThat(as("viewer:east", "viewer:n*t").json("/api/v1/sessions")).isEmpty();
    assertThat(as("viewer:east").json("/api/v1/sessions/summary")).isEmpty();
    assertThat(as("viewer:east").get("/api/v1/sessions.csv").body()).doesNotContain("west");
    assertThat(as("viewer:west").get("/api/v1/sessions.csv").body()).contains("west");
    assertThat(as("viewer:east").get("/api/v1/sessions?site=west").statusCode()).isEqualTo(403);
    assertThat(nobody.get("/api/v1/sessions").statusCode()).isEqualTo(401);
    assertThat(as("utility:*").get("/api/v1/sessions").statusCode()).isEqualTo(403);
  }

  @Test
  void theAuditTellsWhoGaveCredentialsAndNeverWhich() {
    accept("quay", "Q-1");
    assertThat(as("commissioner:quay").provision("Q-1", PASSWORD)).isEqualTo(201);
    assertThat(as("commissioner:quay").provision("Q-1", "another-password")).isEqualTo(204);
    assertThat(as("commissioner:quay").delete("Q-1").statusCode()).isEqualTo(204);
    assertThat(as("commissioner:quay").delete("Q-1").statusCode()).isEqualTo(404);

    GatewayActors.eventually().until(() -> audited("quay").size() == 3);
    List<String> texts = audited("quay");
    assertThat(texts).noneMatch(text -> text.contains(PASSWORD) || text.contains("another-"));
    assertThat(texts).noneMatch(text -> text.contains("$2"));
    List<JsonNode> records = texts.stream().map(this::read).toList();
    assertThat(records.stream().map(record -> record.path("action").asText()))
        .containsExactly("station.provision", "station.provision", "station.forget");
    assertThat(records)
        .allSatisfy(
            record -> {
              assertThat(record.path("actor").path("subject").asText()).isEqualTo("ann");
              assertThat(record.path("object").asText()).isEqualTo("Q-1");
              assertThat(record.path("outcome").asText()).isEqualTo("done");
            });
    assertThat(records.get(0).path("before").isNull()).isTrue();
    assertThat(records.get(1).path("before")).isEqualTo(records.get(0).path("after"));
    assertThat(records.get(2).path("after").isNull()).isTrue();
  }

  private void accept(String site, String station) {
    allocator.accept(site, station);
    // Who commissions that site alone is told 404, not 403, once the gateway has read of it.
    GatewayActors.eventually()
        .until(() -> as("commissioner:" + site).delete(station).statusCode() == 404);
  }

  private List<String> audited(String site) {
    return TopicReader.all(broker, "headroom.audit").stream()
        .filter(record -> record.key().equals(site))
        .map(ConsumerRecord::value)
        .toList();
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Set<String> stations(String grants) {
    return as(grants).json("/api/v1/stations").findValuesAsText("id").stream()
        .collect(Collectors.toSet());
  }

  private Operator as(String... grants) {
    return nobody.with(IssuerResource.tokens().token("ann", grants));
  }
}
