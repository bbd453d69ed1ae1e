package dev.headroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.cli.cluster.Service;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** From a CT reading to a charger that draws less; then one part after the other dies. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PipelineTest {

  private static Cluster cluster;

  @BeforeAll
  static void startAll() {
    cluster = Cluster.start(PipelineTest.class, List.of("garage", "home"));
  }

  @AfterAll
  static void stopAll() {
    cluster.close();
  }

  private static void eventually(String what, ThrowingRunnable assertion) {
    await(what).atMost(Duration.ofSeconds(90)).untilAsserted(assertion);
  }

  private static World world() {
    return cluster.world();
  }

  @Test
  @Order(1)
  void vehiclesGetWhatTheirEvsesCanGiveWhileThereIsHeadroom() {
    for (String phase : List.of("L1", "L2", "L3")) {
      world().baseTo("garage", phase, 20);
    }
    List.of("one", "two", "three", "all").forEach(evse -> world().plug("garage", evse));
    eventually(
        "all draw their maximum",
        () -> {
          assertThat(world().above("garage", 1.0)).isEmpty();
          assertThat(List.of("one", "two", "three", "all"))
              .allSatisfy(evse -> assertThat(world().draw("garage", evse)).isEqualTo(32));
        });
  }

  /** The service may carry 128 A; with 100 A of base load 28 are left for two EVSEs on L2. */
  @Test
  @Order(2)
  void aStepInBaseLoadOnL2LowersExactlyTheEvsesThatLoadL2() {
    world().baseTo("garage", "L2", 100);
    eventually(
        "the sum on L2 is within the limit",
        () -> {
          assertThat(world().draw("garage", "two")).isBetween(6.0, 22.0);
          assertThat(world().draw("garage", "all")).isBetween(6.0, 22.0);
          assertThat(world().above("garage", 1.0)).isEmpty();
        });
    assertThat(world().draw("garage", "one")).isEqualTo(32);
    assertThat(world().draw("garage", "three")).isEqualTo(32);
    JsonNode why = cluster.told("garage", "two");
    assertThat(why.path("circuit").asText()).isEqualTo("service");
    assertThat(why.path("phase").asText()).isEqualTo("L2");
    JsonNode conductor = world().conductor("garage", "service", "L2");
    assertThat(conductor.path("longestAboveRatingMillis").asLong()).isLessThanOrEqualTo(10_000);
    assertThat(conductor.path("peakD").asDouble()).isLessThan(1);
    world().baseTo("garage", "L2", 20);
    eventually(
        "what is free again is given back",
        () -> assertThat(world().draw("garage", "two")).isEqualTo(32));
  }

  /** 20 A of base load on each phase leave 30 A under the event's 50 A. */
  @Test
  @Order(3)
  void aDemandResponseEventLowersAndReleases() {
    String event = "{\"sites\": [\"garage\"], \"duration\": \"PT30S\", \"amperes\": 50}";
    Http.Answer answer =
        cluster.http().post(cluster.at(Service.DR_ADAPTER, "/api/v1/events"), event);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    eventually(
        "the site is at its ceiling",
        () -> {
          for (String phase : List.of("L1", "L2", "L3")) {
            assertThat(world().amperes("garage", "service", phase)).isBetween(35.0, 50.0);
          }
          assertThat(List.of("one", "two", "three", "all"))
              .anySatisfy(
                  evse ->
                      assertThat(cluster.told("garage", evse).path("reason").asText())
                          .isEqualTo("CEILING"));
        });
    eventually("the event is over", () -> assertThat(world().draw("garage", "one")).isEqualTo(32));
  }

  /** 80 A less 60 A of worst-case base load: 20 A for two. */
  @Test
  @Order(4)
  void aKilledMeterBringsTheWorstCaseBaseLoad() {
    world().baseTo("home", "L1", 15);
    world().baseTo("home", "L2", 15);
    world().plug("home", "left");
    world().plug("home", "right");
    eventually(
        "the two share what is left beside the base load",
        () -> {
          assertThat(world().draw("home", "left")).isGreaterThan(28);
          assertThat(world().draw("home", "right")).isGreaterThan(28);
        });
    world().stopMeter("home", "main");
    await("within stale-after and the time to follow")
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () -> {
              assertThat(world().limit("home", "left")).isEqualTo(10);
              assertThat(world().limit("home", "right")).isEqualTo(10);
            });
    assertThat(cluster.told("home", "left").path("reason").asText()).isEqualTo("METER_MISSING");
    world().startMeter("home", "main");
    eventually(
        "the meter is believed again",
        () -> assertThat(world().draw("home", "left")).isGreaterThan(28));
  }

  /** S5: without its owner's lease a site is only cut, to the fallbacks. */
  @Test
  @Order(5)
  void aKilledAllocatorsLeaseRunsOutAndTheGatewayCutsToTheFallbacks() {
    cluster.kill(Service.ALLOCATOR);
    eventually(
        "every charger is at its fallback",
        () -> {
          assertThat(world().limit("garage", "one")).isEqualTo(6);
          assertThat(world().limit("garage", "all")).isEqualTo(6);
          assertThat(world().limit("home", "left")).isEqualTo(6);
        });
    cluster.start(Service.ALLOCATOR);
    cluster.awaitReady(Service.ALLOCATOR);
    eventually(
        "a new owner raises again",
        () -> {
          assertThat(world().draw("garage", "one")).isEqualTo(32);
          assertThat(world().draw("home", "left")).isGreaterThan(28);
        });
    assertThat(world().above("garage", 1.0)).isEmpty();
  }

  /**
   * S5: the dead man's profile. Nobody tells the chargers anything; they fall back by themselves.
   */
  @Test
  @Order(6)
  void aKilledGatewaysChargersFallToTheirTailsByThemselves() {
    cluster.kill(Service.EVSE_GATEWAY);
    assertThat(world().limit("garage", "one")).isGreaterThan(6);
    await("the tails")
        .atMost(Cluster.TTL.plusSeconds(15))
        .untilAsserted(
            () -> {
              assertThat(world().limit("garage", "one")).isEqualTo(6);
              assertThat(world().limit("garage", "all")).isEqualTo(6);
              assertThat(world().limit("home", "left")).isEqualTo(6);
            });
    assertThat(world().evse("garage", "one").path("connected").asBoolean()).isFalse();
    cluster.start(Service.EVSE_GATEWAY);
    cluster.awaitReady(Service.EVSE_GATEWAY);
    eventually(
        "the chargers are back under control",
        () -> assertThat(world().draw("garage", "one")).isEqualTo(32));
  }

  @Test
  @Order(7)
  void nothingWasEverAboveItsRatingForLongerThanAllowed() {
    for (String site : List.of("garage", "home")) {
      for (JsonNode conductor : world().site(site).path("circuits")) {
        assertThat(conductor.path("longestAboveRatingMillis").asLong())
            .as("%s", conductor)
            .isLessThanOrEqualTo(10_000);
        assertThat(conductor.path("peakD").asDouble()).as("%s", conductor).isLessThan(1);
      }
    }
  }
}
