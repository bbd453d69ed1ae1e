package dev.headroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.cli.cluster.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operator sees of the four services: metrics, lines of log, traces, health. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ObservabilityTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Collector COLLECTOR = new Collector();
  private static Cluster cluster;

  @BeforeAll
  static void startAll() {
    cluster =
        Cluster.start(
            ObservabilityTest.class,
            List.of("garage"),
            Map.of(
                "quarkus.log.console.json.enabled", "true",
                "headroom.trace.ratio", "1",
                "headroom.trace.endpoint", COLLECTOR.endpoint(),
                "headroom.trace.protocol", "http/protobuf",
                "headroom.allocator.evse-metrics", "true",
                "quarkus.log.category.\"dev.headroom.gateway.trace\".level", "DEBUG",
                "quarkus.shutdown.delay", "5s"));
    for (String phase : List.of("L1", "L2", "L3")) {
      cluster.world().baseTo("garage", phase, 20);
    }
    cluster.world().plug("garage", "two");
    await("it charges")
        .atMost(Duration.ofSeconds(90))
        .until(() -> cluster.world().draw("garage", "two") == 32);
  }

  @AfterAll
  static void stopAll() {
    cluster.close();
    COLLECTOR.close();
  }

  /** {@code promtool}, of Debian's package {@code prometheus}. */
  @ParameterizedTest
  @EnumSource(Service.class)
  @Order(1)
  void promtoolHasNothingToSayAgainstTheMetricsOf(Service service) throws Exception {
    Optional<Path> promtool =
        Stream.of(System.getenv("PATH").split(":"))
            .map(directory -> Path.of(directory, "promtool"))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(promtool.isPresent(), "promtool is not on the PATH: Debian package prometheus");
    Path scrape = cluster.directory().resolve(service + ".prom");
    Files.writeString(scrape, metrics(service));
    Process check =
        new ProcessBuilder(promtool.get().toString(), "check", "metrics")
            .redirectInput(scrape.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).as("promtool on %s", scrape).isEmpty();
    assertThat(check.waitFor()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  @Order(2)
  void everyMetricIsExplained(Service service) {
    assertThat(metrics(service).lines().filter(line -> line.matches("# HELP \\S+ *"))).isEmpty();
  }

  @Test
  @Order(3)
  void theNumbersThatSayHowItGoesAreThere() {
    String dr = "{\"sites\": [\"garage\"], \"duration\": \"PT1H\", \"amperes\": 10}";
    assertThat(cluster.http().post(cluster.at(Service.DR_ADAPTER, "/api/v1/events"), dr).status())
        .isEqualTo(201);
    eventually("20 A of base load on three phases of 230 V are 6.9 kW above 10 A")
        .untilAsserted(
            () ->
                assertThat(counter(Service.ALLOCATOR, "headroom_dr_shortfall_watts", "garage"))
                    .isGreaterThan(6000));
    assertThat(metrics(Service.ALLOCATOR))
        .contains(
            "headroom_meter_age_seconds_bucket{",
            "headroom_allocation_seconds_bucket{",
            "headroom_headroom_amperes{circuit=\"service\",phase=\"L2\",site=\"garage\"",
            "headroom_meter_silence_seconds{meter=\"main\",site=\"garage\"",
            "headroom_limit_amperes{evse=\"two\",site=\"garage\"",
            "headroom_breach_seconds_total",
            "headroom_site_breach_seconds_total{site=\"garage\"");
    eventually("it is above its ceiling all the time")
        .untilAsserted(
            () ->
                assertThat(counter(Service.ALLOCATOR, "headroom_breach_seconds_total", ""))
                    .isGreaterThan(1));
    assertThat(metrics(Service.EVSE_GATEWAY))
        .contains(
            "headroom_limit_age_seconds_bucket{",
            "headroom_limit_delivery_seconds_bucket{",
            "headroom_evses{state=\"fallback\"",
            "headroom_profile_rejected_total 0.0");
    double count = counter(Service.EVSE_GATEWAY, "headroom_limit_age_seconds_count", "");
    double sum = counter(Service.EVSE_GATEWAY, "headroom_limit_age_seconds_sum", "");
    assertThat(count).isPositive();
    assertThat(sum / count).isBetween(0.001, 10.0);
  }

  /** {@code deploy/alerts}: an alert over a metric that nobody serves never fires. */
  @Test
  @Order(4)
  void alertsLookAtNothingThatIsNotServed() {
    String served = String.join("\n", Stream.of(Service.values()).map(it -> metrics(it)).toList());
    assertThat(AlertSeries.notServed(served)).isEmpty();
    assertThat(AlertSeries.notServed(served.replace("headroom_evses{", "headroom_evse{")))
        .anyMatch(missing -> missing.contains("headroom_evses"));
  }

  @Test
  @Order(4)
  void oneTraceLeadsFromAReadingToTheChargersAnswer() {
    eventually("a trace through three services")
        .untilAsserted(
            () -> {
              List<Collector.Seen> spans = COLLECTOR.spans();
              assertThat(spans)
                  .filteredOn(span -> span.span().getName().equals("SetChargingProfile"))
                  .anySatisfy(call -> leadsBackToAReading(call, spans));
            });
  }

  private static void leadsBackToAReading(Collector.Seen call, List<Collector.Seen> spans) {
    assertThat(call.service()).isEqualTo("evse-gateway");
    assertThat(call.attribute("ocpp.answer")).contains("Accepted");
    Collector.Seen decision = parent(call, spans);
    assertThat(decision.service()).isEqualTo("headroom-allocator");
    assertThat(decision.span().getName()).isEqualTo("allocate");
    assertThat(decision.attribute("headroom.site")).isEqualTo("garage");
    assertThat(decision.attribute("headroom.epoch")).isEqualTo(call.attribute("headroom.epoch"));
    assertThat(decision.attribute("headroom.sequence")).isNotEmpty();
    Collector.Seen reading = parent(decision, spans);
    assertThat(reading.service()).isEqualTo("meter-ingest");
    assertThat(reading.attribute("headroom.meter")).isEqualTo("main");
    assertThat(reading.parent()).isEmpty();
    assertThat(List.of(call.trace(), decision.trace())).containsOnly(reading.trace());
  }

  private static Collector.Seen parent(Collector.Seen child, List<Collector.Seen> spans) {
    return spans.stream()
        .filter(span -> span.trace().equals(child.trace()) && span.id().equals(child.parent()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody saw the parent of " + child));
  }

  @Test
  @Order(5)
  void everyLineOfLogIsJsonAndSaysWhatItIsAbout() throws IOException {
    Path garage = cluster.sitesDirectory().resolve("garage.yaml");
    Files.writeString(
        garage, Files.readString(garage).replace("breakerAmps: 125", "breakerAmps: 100"));
    about(Service.ALLOCATOR, "site", "epoch", "partition");
    about(Service.EVSE_GATEWAY, "station", "site", "epoch", "traceId");
    about(Service.METER_INGEST, "site", "meter");
    about(Service.DR_ADAPTER, "site");
    for (Service service : Service.values()) {
      assertThat(cluster.log(service))
          .as("secrets in the log of %s", service)
          .noneMatch(line -> line.contains(Cluster.WORKSHOP_PASSWORD))
          .noneMatch(line -> line.contains(Cluster.WORKSHOP_METER_KEY));
    }
  }

  private static void about(Service service, String... fields) {
    eventually(service + " logs about " + Arrays.toString(fields))
        .untilAsserted(
            () ->
                assertThat(cluster.log(service))
                    .filteredOn(line -> line.startsWith("{"))
                    .map(ObservabilityTest::parsed)
                    .anySatisfy(
                        line -> {
                          assertThat(line.has("message")).isTrue();
                          for (String field : fields) {
                            assertThat(line.path("mdc").path(field).asText()).isNotEmpty();
                          }
                        }));
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  @Test
  @Order(6)
  void readinessSaysThatTheBrokerIsLostAndNobodyDiesOfIt() {
    cluster.stopBroker();
    for (Service service : Service.values()) {
      eventually(service + " tells")
          .untilAsserted(
              () -> {
                JsonNode data = readiness(service).path("data");
                assertThat(data.path("broker").asText()).isEqualTo("lost");
                assertThat(data.path("broker.since").asText()).isNotEmpty();
                assertThat(data.path("broker.error").asText()).isNotEmpty();
              });
      assertThat(health(service, "live").path("status").asText()).isEqualTo("UP");
    }
    assertThat(ready(Service.ALLOCATOR)).as("it decides nothing").isFalse();
    assertThat(ready(Service.METER_INGEST)).as("it takes no readings").isFalse();
    assertThat(ready(Service.EVSE_GATEWAY)).as("chargers stay and are cut").isTrue();
    assertThat(ready(Service.DR_ADAPTER)).as("it stores events").isTrue();

    cluster.restartBroker();
    for (Service service : Service.values()) {
      eventually(service + " is ready again")
          .untilAsserted(
              () -> {
                assertThat(readiness(service).path("data").path("broker").asText())
                    .isEqualTo("reachable");
                assertThat(ready(service)).isTrue();
              });
    }
    JsonNode allocator = readiness(Service.ALLOCATOR).path("data");
    assertThat(allocator.path("StreamThread-1").asText()).contains("tasks");
    assertThat(allocator.path("headroom.limits").asText()).startsWith("read, ");
    assertThat(health(Service.ALLOCATOR, "started").path("status").asText()).isEqualTo("UP");
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  @Order(7)
  void readinessGoesDownBeforeItEnds(Service service) {
    cluster.terminate(service);
    await("not ready while it still answers")
        .atMost(Duration.ofSeconds(4))
        .until(() -> !ready(service));
    assertThat(health(service, "live").path("status").asText()).isEqualTo("UP");
    eventually("it ends").until(() -> !cluster.alive(service));
  }

  private static ConditionFactory eventually(String what) {
    return await(what).atMost(Duration.ofSeconds(90));
  }

  private static String metrics(Service service) {
    return cluster.http().scrape(cluster.at(service, "/q/metrics"));
  }

  private static double counter(Service service, String name, String label) {
    return cluster.counter(service, name, label);
  }

  private static JsonNode health(Service service, String kind) {
    return parsed(cluster.http().text(cluster.at(service, "/q/health/" + kind)));
  }

  private static boolean ready(Service service) {
    return health(service, "ready").path("status").asText().equals("UP");
  }

  /** Our own check among those that frameworks add. */
  private static JsonNode readiness(Service service) {
    for (JsonNode check : health(service, "ready").path("checks")) {
      if (check.path("data").has("broker")) {
        return check;
      }
    }
    throw new AssertionError(service + " says nothing of the broker");
  }
}
