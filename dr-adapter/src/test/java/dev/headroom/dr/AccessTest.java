package dev.headroom.dr;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.headroom.dr.DrClient.Reply;
import dev.headroom.embedded.TopicReader;
import dev.headroom.embedded.quarkus.BrokerSwitch;
import dev.headroom.embedded.quarkus.DatabaseResource;
import dev.headroom.embedded.quarkus.IssuerResource;
import dev.headroom.embedded.quarkus.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may announce events for which site, by tokens of an issuer, and the audit of it. */
@QuarkusTest
@TestProfile(AccessTest.WithIssuer.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(DatabaseResource.class)
class AccessTest {

  public static final class WithIssuer implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(IssuerResource.class));
    }
  }

  @TestHTTPResource("/")
  URI base;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject DrService service;

  private Topics topics;

  @BeforeEach
  void connect() {
    topics = new Topics(bootstrapServers);
  }

  @AfterEach
  void disconnect() {
    topics.close();
  }

  @Test
  void eachAnnouncesForTheSitesThatAreTheirs() {
    givenSites("north", "south");
    String both = "{'id':'%s','sites':['north','south'],'duration':'PT1H','watts':1}";
    assertThat(new DrClient(base).get("").status()).isEqualTo(401);
    assertThat(as("viewer:*").announce(both.formatted("no")).status()).isEqualTo(403);
    Reply half = as("operator:north").announce(both.formatted("no"));
    assertThat(half.status()).isEqualTo(403);
    assertThat(half.text("detail")).contains("south");
    assertThat(as("operator:north", "utility:south").announce(both.formatted("shared")).status())
        .isEqualTo(201);
    assertThat(
            as("utility:south")
                .announce("{'id':'apart','sites':['south'],'duration':'PT1H','watts':1}")
                .status())
        .isEqualTo(201);

    assertThat(as("viewer:north").get("").body()).hasSize(1);
    assertThat(as("viewer:north").get("").body().path(0).path("sites").toString())
        .isEqualTo("[\"north\"]");
    assertThat(as("utility:south").get("").body()).hasSize(2);
    assertThat(as("viewer:east").get("").body()).isEmpty();
    assertThat(as("viewer:north").get("/apart").status()).isEqualTo(403);
    assertThat(as("viewer:north").get("?site=south").status()).isEqualTo(403);
    assertThat(as("operator:north").cancel("shared").status()).isEqualTo(403);
    assertThat(as("viewer:*").cancel("shared").status()).isEqualTo(403);
    assertThat(as("operator:*").cancel("shared").status()).isEqualTo(200);
    assertThat(as("utility:s*").cancel("apart").status()).isEqualTo(200);
  }

  @Test
  void theAuditTellsOfEventsEvenIfTheBrokerWasAway() {
    givenSites("dusk");
    BrokerSwitch.stop();
    try {
      assertThat(
              as("operator:dusk")
                  .announce("{'id':'dusk','sites':['dusk'],'duration':'PT1H','watts':7}")
                  .status())
          .as("stored together with its record")
          .isEqualTo(201);
    } finally {
      BrokerSwitch.restart();
    }
    assertThat(as("operator:dusk").cancel("dusk").status()).isEqualTo(200);
    assertThat(as("operator:dusk").cancel("dusk").status()).as("no change").isEqualTo(200);
    await().atMost(40, SECONDS).until(() -> audited("dusk").size() == 2);
    JsonNode announced = audited("dusk").get(0);
    assertThat(announced.path("action").asText()).isEqualTo("event.announce");
    assertThat(announced.path("actor").path("subject").asText()).isEqualTo("ann");
    assertThat(announced.path("before").isNull()).isTrue();
    assertThat(announced.path("after").path("watts").asInt()).isEqualTo(7);
    JsonNode cancelled = audited("dusk").get(1);
    assertThat(cancelled.path("action").asText()).isEqualTo("event.cancel");
    assertThat(cancelled.path("before").path("state").asText()).isEqualTo("active");
    assertThat(cancelled.path("after").path("state").asText()).isEqualTo("cancelled");
  }

  private List<JsonNode> audited(String site) {
    return TopicReader.all(bootstrapServers, "headroom.audit").stream()
        .filter(record -> record.key().equals(site))
        .map(record -> read(record.value()))
        .toList();
  }

  private static JsonNode read(String value) {
    try {
      return JsonMapper.builder().build().readTree(value);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private DrClient as(String... grants) {
    return new DrClient(base).with(IssuerResource.tokens().token("ann", grants));
  }

  private void givenSites(String... names) {
    for (String name : names) {
      topics.acceptSite(name);
    }
    await()
        .atMost(20, SECONDS)
        .until(
            () -> service.sites().ready() && service.sites().unknownOf(List.of(names)).isEmpty());
  }
}
