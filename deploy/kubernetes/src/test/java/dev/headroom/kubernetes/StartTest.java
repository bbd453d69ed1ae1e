package dev.headroom.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headroom.embedded.EmbeddedDatabase;
import dev.headroom.embedded.EmbeddedKafka;
import dev.headroom.embedded.FreePorts;
import dev.headroom.embedded.issuer.Issuer;
import dev.headroom.embedded.issuer.SigningKey;
import dev.headroom.embedded.issuer.TestTokens;
import dev.headroom.kubernetes.chart.Chart;
import dev.headroom.kubernetes.chart.Manifests;
import dev.headroom.kubernetes.chart.Module;
import dev.headroom.kubernetes.chart.ValuesSet;
import dev.headroom.kubernetes.container.Image;
import dev.headroom.kubernetes.container.Pod;
import dev.headroom.kubernetes.container.RunningContainer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pods of the chart with everything on, run as containers would be, against a broker that asks
 * for a password. Everything a service is told comes from the rendered objects, ports aside.
 */
@NeedsHelm
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required"
          + " username=\"%s\" password=\"%s\"";

  private record Started(Module module, Pod pod, RunningContainer container) {}

  private static final List<Started> STARTED = new ArrayList<>();

  @TempDir private static Path directory;

  private static final SigningKey KEY = SigningKey.random();
  private static final int ISSUER = FreePorts.any();

  private static EmbeddedKafka kafka;
  private static EmbeddedDatabase database;
  private static Issuer issuer;

  @BeforeAll
  static void start() {
    assumeTrue(RunningContainer.possible(), "no mount namespace can be had here");
    kafka = brokerWithPassword();
    database = EmbeddedDatabase.start();
    issuer = Issuer.start(ISSUER, KEY);
    Manifests manifests = Chart.ofCheckout().render(ValuesSet.EVERYTHING, backends());
    for (Module module : Module.values()) {
      Pod pod = new Pod(manifests, manifests.deployment(module.toString()), secrets());
      Path below = directory.resolve(module.toString());
      STARTED.add(new Started(module, pod, RunningContainer.start(Image.of(module), pod, below)));
    }
  }

  private static EmbeddedKafka brokerWithPassword() {
    return EmbeddedKafka.builder()
        .property("listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT")
        .property("sasl.enabled.mechanisms", "PLAIN")
        .property("sasl.mechanism.inter.broker.protocol", "PLAIN")
        .property(
            "listener.name.plaintext.plain.sasl.jaas.config",
            LOGIN.formatted("broker", "between-brokers")
                + " user_broker=\"between-brokers\" user_headroom=\"swordfish\";")
        .start();
  }

  private static Map<String, Object> backends() {
    return Map.of(
        "kafka.bootstrapServers",
        kafka.bootstrapServers(),
        "kafka.properties.security\\.protocol",
        "SASL_PLAINTEXT",
        "kafka.properties.sasl\\.mechanism",
        "PLAIN",
        "topics.partitions",
        8,
        "topics.replication",
        1,
        "postgresql.host",
        "127.0.0.1",
        "postgresql.port",
        database.port(),
        "access.issuer",
        Issuer.address(ISSUER),
        "jvmOptions",
        "-XX:MaxRAM=768m -XX:MaxRAMPercentage=60 -XX:TieredStopAtLevel=1");
  }

  private static Map<String, Map<String, String>> secrets() {
    return Map.of(
        "headroom-db-app", Map.of("username", database.user(), "password", database.password()),
        "headroom-kafka-user",
            Map.of("sasl.jaas.config", LOGIN.formatted("headroom", "swordfish") + ";"),
        "cluster-cluster-ca-cert", Map.of("ca.crt", "only read with TLS"),
        "headroom-meters", Map.of("meters", "home/main: of-sixteen-bytes-or-more\n"));
  }

  @AfterAll
  static void stop() {
    STARTED.forEach(it -> it.container.close());
    STARTED.clear();
    if (issuer != null) {
      issuer.close();
    }
    if (database != null) {
      database.close();
    }
    if (kafka != null) {
      kafka.close();
    }
  }

  private static RunningContainer container(Module module) {
    return STARTED.stream()
        .filter(it -> it.module == module)
        .map(Started::container)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Order(1)
  void everyProbeIsAnswered() {
    STARTED.forEach(
        started -> {
          var probed = started.pod.container();
          Stream.of(probed.getStartupProbe(), probed.getLivenessProbe(), probed.getReadinessProbe())
              .map(probe -> probe.getHttpGet().getPath())
              .forEach(path -> awaitAnswer(started, path));
        });
  }

  private static void awaitAnswer(Started started, String path) {
    RunningContainer container = started.container;
    await(started.module + " " + path)
        .atMost(PATIENCE)
        .failFast(
            started.module + " ended by itself",
            () -> assertThat(container.alive()).as(container.output()).isTrue())
        .until(() -> container.get(path).status() == 200);
  }

  @Test
  @Order(2)
  void itsUserMayDoNothingElse() {
    for (Started started : STARTED) {
      assertThat(started.container.status("CapEff")).matches("0+");
      assertThat(started.container.status("CapBnd")).matches("0+");
      assertThat(started.container.status("NoNewPrivs")).isEqualTo("1");
      if (RunningContainer.superuser()) {
        assertThat(started.container.status("Uid")).startsWith("10001\t10001\t10001");
      }
    }
  }

  @Test
  @Order(2)
  void theSiteOfItsConfigMapIsAccepted() {
    RunningContainer allocator = container(Module.ALLOCATOR);
    String token = token("viewer:home");
    await("site")
        .atMost(PATIENCE)
        .until(() -> allocator.get("/api/v1/sites/home", token).status() == 200);
    assertThat(allocator.get("/api/v1/sites/home").status()).as("without a token").isEqualTo(401);
  }

  @Test
  @Order(2)
  void theSecretsAreUsed() {
    RunningContainer gateway = container(Module.EVSE_GATEWAY);
    // What only the database knows can be asked for.
    await("database")
        .atMost(PATIENCE)
        .until(() -> gateway.get("/api/v1/sessions", token("viewer:*")).status() == 200);
    assertThat(container(Module.METER_INGEST).get("/q/metrics").body())
        .containsPattern("headroom_meters_known(\\{[^}]*})? 1\\.0");
  }

  /** The claim is where the values say it is. */
  private static String token(String grant) {
    return TestTokens.of(Issuer.address(ISSUER), KEY)
        .with("ann", "\"realm_access\":{\"roles\":[\"offline_access\",\"" + grant + "\"]}");
  }

  @Test
  @Order(3)
  void everySettingIsOneThatTheServiceKnows() {
    for (Started started : STARTED) {
      assertThat(started.container.output())
          .as("what %s said", started.module)
          .doesNotContainIgnoringCase("unrecognized configuration")
          .doesNotContain("SRCFG");
    }
  }

  @Test
  @Order(4)
  void itEndsWithinItsGracePeriod() throws InterruptedException {
    for (Started started : STARTED) {
      Duration grace = Duration.ofSeconds(started.pod.graceSeconds());
      assertThat(started.container.terminate(grace))
          .as("%s ended in time", started.module)
          .isTrue();
    }
  }
}
