package dev.headroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** {@code up --data}: stopped, killed, and started again on the same directory. */
@ResourceLock(Launcher.USUAL_PORTS)
class KeptDataTest {

  private static final Path SITE =
      Path.of(System.getProperty("headroom.root"), "deploy/e2e/src/test/resources/sites/home.yaml");

  private static final String PASSWORD = "{\"password\": \"choose-sixteen-or-more\"}";

  @TempDir private Path directory;

  @Test
  void sitesStationsAndEpochsOutliveAStopAndAKill() throws Exception {
    String data = directory.resolve("data").toString();
    Map<Integer, Long> first;
    try (Launcher up = Launcher.start("--data", data, "--site", SITE.toString())) {
      up.awaitReady();
      assertThat(up.http().put(up.gateway("/api/v1/stations/cp-kept"), PASSWORD).status())
          .isEqualTo(201);
      plugBoth(up);
      first = epochs(up);
      try (Launcher second = Launcher.start("--data", data)) {
        assertThat(second.awaitEnd()).isEqualTo(2);
        assertThat(second.output()).contains("is in use by another 'up'");
      }
      assertThat(up.stop()).isZero();
      assertThat(up.output()).contains("the data stay in " + data);
    }
    Map<Integer, Long> afterTheStop;
    try (Launcher up = Launcher.start("--data", data, "--no-simulator")) {
      up.awaitReady();
      assertKept(up, first);
      afterTheStop = epochs(up);
      up.kill();
    }
    try (Launcher up = Launcher.start("--data", data, "--no-simulator")) {
      up.awaitReady();
      assertThat(up.output()).contains("did not stop in order");
      assertKept(up, afterTheStop);
    }
  }

  private static void plugBoth(Launcher up) {
    for (String evse : List.of("left", "right")) {
      Http.Answer answer =
          up.http().post(up.control("/evses/home/" + evse + "/plug"), "{\"wattHours\": 100000}");
      assertThat(answer.status()).isIn(200, 409);
    }
    await("the two are given more than their fallback")
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> {
              JsonNode evses = up.get("/api/v1/sites/home/limits").path("evses");
              return evses.path(0).path("limitAmps").asDouble()
                      + evses.path(1).path("limitAmps").asDouble()
                  > 12;
            });
  }

  /** With neither its meter nor its chargers to be heard, a site is told nothing higher (S3). */
  private static void assertKept(Launcher up, Map<Integer, Long> before) throws Exception {
    assertThat(up.get("/api/v1/sites").toString()).contains("home");
    assertThat(up.http().get(up.gateway("/api/v1/stations")).toString()).contains("cp-kept");
    await("every partition is owned anew")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(epochs(up))
                    .hasSameSizeAs(before)
                    .allSatisfy(
                        (partition, epoch) ->
                            assertThat(epoch).isGreaterThan(before.get(partition))));
    try (IssuedLog log = new IssuedLog(servers(up), "home")) {
      long last = epochOf("home", before);
      await("the site is told something by its new owner")
          .atMost(Duration.ofSeconds(60))
          .until(() -> !log.after(last).isEmpty());
      Allocation until = log.lastUntil(last);
      assertThat(log.after(last))
          .allSatisfy(
              allocation ->
                  assertThat(allocation.limits())
                      .allSatisfy(limit -> assertNotRaised(limit, until)));
    }
  }

  private static void assertNotRaised(EvseLimit limit, Allocation before) {
    assertThat(limit.limitMilliamps())
        .isLessThanOrEqualTo(before.limitOf(limit.evse()).orElseThrow().limitMilliamps());
  }

  private static long epochOf(String site, Map<Integer, Long> epochs) {
    int partition = SitePartitioner.partitionOf(site, epochs.size());
    return Optional.ofNullable(epochs.get(partition)).orElseThrow();
  }

  private static Map<Integer, Long> epochs(Launcher up) {
    Map<Integer, Long> epochs = new TreeMap<>();
    for (JsonNode owner : up.get("/api/v1/owners")) {
      epochs.put(owner.path("partition").asInt(), owner.path("epoch").asLong());
    }
    return epochs;
  }

  private static String servers(Launcher up) throws Exception {
    var matcher = Pattern.compile("Kafka (\\S+)").matcher(up.output());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
