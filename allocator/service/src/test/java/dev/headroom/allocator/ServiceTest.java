package dev.headroom.allocator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.codec.DeadLetter;
import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.evse.Revision;
import dev.headroom.embedded.quarkus.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(SitesDirectoryResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus injects what a test asks for
class ServiceTest {

  private static final int PARTITIONS = 8;
  private static final Duration SOON = Duration.ofSeconds(30);

  @TestHTTPResource URI address;

  @ConfigProperty(name = "headroom.allocator.sites-directory")
  Path directory;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String servers;

  private final ObjectMapper json = new ObjectMapper();
  private Http http;
  private Wire wire;

  @BeforeEach
  void connect() {
    wire = new Wire(servers);
    http = new Http(address, SOON);
  }

  @AfterEach
  void disconnect() {
    wire.close();
    http.close();
  }

  @Test
  void aSiteFileBecomesASiteWithLimits() throws IOException {
    file("oak", Fixtures.yaml("oak"));

    JsonNode site = http.eventually("/api/v1/sites/oak");
    assertThat(site.path("version").asInt()).isEqualTo(1);
    assertThat(site.path("definition").path("spec").path("supply").asText()).isEqualTo("208Y/120");
    JsonNode limits = http.eventually("/api/v1/sites/oak/limits");
    assertThat(limits.path("evses")).hasSize(2);
    assertThat(limits.path("epoch").isNumber()).isTrue();
    assertThat(limits.path("owner").path("valid").asBoolean()).isTrue();
  }

  @Test
  void readingsAndStatesBecomeLimitsThatFollowTheBaseLoad() throws IOException {
    file("elm", Fixtures.yaml("elm"));
    http.eventually("/api/v1/sites/elm/limits");

    await("a vehicle on an empty service gets its maximum")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              chargeWhileTheMeterReads("elm", 5_000);
              return amps("elm", "left") == 32;
            });
    await("base load near the limit cuts it")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              chargeWhileTheMeterReads("elm", 70_000);
              return amps("elm", "left") <= 12;
            });
  }

  @Test
  void aChangedFileIsANewVersionAndARemovedOneTheEnd() throws IOException {
    file("fir", Fixtures.yaml("fir"));
    http.eventually("/api/v1/sites/fir/limits");
    file("fir", Fixtures.yaml("fir").replace("breakerAmps: 100", "breakerAmps: 120"));
    await()
        .atMost(SOON)
        .until(() -> http.eventually("/api/v1/sites/fir").path("version").asInt() == 2);

    Files.delete(directory.resolve("fir.yaml"));

    await().atMost(SOON).until(() -> http.status("/api/v1/sites/fir") == 404);
    await().atMost(SOON).until(() -> http.status("/api/v1/sites/fir/limits") == 404);
  }

  @Test
  void aBrokenFileIsShownWithItsLineAndDisturbsNothing() throws IOException {
    file("ash", Fixtures.yaml("ash"));
    http.eventually("/api/v1/sites/ash");

    file("broken", Fixtures.yaml("broken").replace("breakerAmps: 100", "breakerAmps: many"));
    file("ash", Fixtures.yaml("ash").replace("supply: 208Y/120", "supply: 999"));

    await().atMost(SOON).until(() -> http.status("/api/v1/sites/broken") == 200 && rejected("ash"));
    JsonNode broken = http.eventually("/api/v1/sites/broken");
    assertThat(broken.path("version").asInt()).isZero();
    JsonNode finding = broken.path("rejection").path("findings").path(0);
    assertThat(finding.path("file").asText()).endsWith("broken.yaml");
    assertThat(finding.path("line").asInt()).isEqualTo(9);
    assertThat(http.eventually("/api/v1/sites/ash").path("version").asInt()).isEqualTo(1);
    assertThat(http.eventually("/api/v1/sites/ash/limits").path("evses")).hasSize(2);
    assertThat(http.text("/q/metrics")).contains("headroom_site_files_refused_total");
  }

  @Test
  void poisonIsDeadLetteredWithItsReasonAndDisturbsNothing() throws IOException {
    byte[] poison = "not a reading".getBytes(UTF_8);
    String key = Keys.child("yew", "main");
    wire.send(Topic.METER_READINGS, key, poison);
    int wrong = (SitePartitioner.partitionOf(key, PARTITIONS) + 1) % PARTITIONS;
    wire.send(
        new ProducerRecord<>(
            Topic.METER_READINGS.topicName(),
            wrong,
            key.getBytes(UTF_8),
            Codecs.METER_READING.encode(Fixtures.reading("yew", 1000, Instant.now()))));
    wire.send(Topic.EVSE_STATES, Keys.child("yew", "left"), poison);
    wire.send(Topic.SITES, "yew", poison);

    await().atMost(SOON).until(() -> lettersOf("yew").count() >= 4);
    assertThat(lettersOf("yew").map(DeadLetter::topic))
        .contains("headroom.meter-readings", "headroom.evse-states", "headroom.sites");
    assertThat(lettersOf("yew"))
        .anySatisfy(
            letter -> {
              assertThat(letter.partition()).isEqualTo(wrong);
              assertThat(letter.reason()).contains("belongs on partition");
            });
    file("yew", Fixtures.yaml("yew"));
    http.eventually("/api/v1/sites/yew/limits");
    assertThat(http.text("/q/metrics")).contains("headroom_dead_letters_total");
  }

  @Test
  void everyPartitionIsOwnedAndItsLeaseRenewed() throws IOException {
    await().atMost(SOON).until(() -> owners().size() == PARTITIONS);
    JsonNode first = owners().get(0);
    await()
        .atMost(SOON)
        .until(() -> renewedAt(owners().get(0)).isAfter(renewedAt(first).plusSeconds(2)));
    JsonNode later = owners().get(0);
    assertThat(later.path("epoch")).isEqualTo(first.path("epoch"));
    assertThat(later.path("valid").asBoolean()).isTrue();
  }

  @Test
  void anUnknownSiteIsAProblem() throws IOException {
    HttpResponse<String> answer = http.get("/api/v1/sites/nowhere/limits");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(json.readTree(answer.body()).path("detail").asText()).contains("nowhere");
  }

  @Test
  void healthMetricsAndTheInterfaceDescribeThemselves() throws IOException {
    await().atMost(SOON).until(() -> http.status("/q/health/ready") == 200);
    assertThat(http.text("/q/health/ready")).contains("RUNNING");
    assertThat(http.status("/q/health/live")).isEqualTo(200);
    assertThat(http.text("/q/metrics"))
        .contains("headroom_allocations_total", "headroom_sites", "headroom_meter_age_seconds");
    assertThat(http.text("/q/openapi")).contains("/api/v1/sites/{site}/limits", "limitAmps");
  }

  private void chargeWhileTheMeterReads(String site, int milliamps) throws IOException {
    Instant now = Instant.now();
    JsonNode limits = http.eventually("/api/v1/sites/" + site + "/limits");
    Revision revision =
        new Revision(limits.path("epoch").asLong(), limits.path("sequence").asLong());
    int limit = (int) (amps(site, "left") * 1000);
    wire.send(Fixtures.reading(site, milliamps + limit, now));
    wire.send(Fixtures.following(site, "left", limit, revision, now));
  }

  private double amps(String site, String evse) throws IOException {
    JsonNode evses = http.eventually("/api/v1/sites/" + site + "/limits").path("evses");
    return StreamSupport.stream(evses.spliterator(), false)
        .filter(one -> one.path("evse").asText().equals(evse))
        .findFirst()
        .orElseThrow()
        .path("limitAmps")
        .asDouble();
  }

  private boolean rejected(String site) throws IOException {
    return http.eventually("/api/v1/sites/" + site).has("rejection");
  }

  private JsonNode owners() throws IOException {
    return http.eventually("/api/v1/owners");
  }

  private static Instant renewedAt(JsonNode owner) {
    return Instant.parse(owner.path("renewedAt").asText());
  }

  private Stream<DeadLetter> lettersOf(String site) {
    return wire.all(Topic.DEAD_LETTERS).stream()
        .map(record -> Codecs.DEAD_LETTER.decode(record.value()))
        .filter(letter -> Keys.siteOf(letter.key().orElse("")).equals(site));
  }

  private void file(String name, String yaml) throws IOException {
    Files.writeString(directory.resolve(name + ".yaml"), yaml);
  }
}
