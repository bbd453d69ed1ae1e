package dev.headroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Every site of {@code deploy/examples}, in one {@code up --site …}, with a vehicle at each port.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExamplesTest {

  private static final Path EXAMPLES =
      Path.of(System.getProperty("headroom.root"), "deploy/examples");

  /**
   * The ports of each. The two garages behind transformers are left out: a hundred more simulated
   * chargers would outweigh all others here. {@code headroom check} accepts them in its own test.
   */
  private static final Map<String, Integer> SITES =
      new TreeMap<>(
          Map.of("home", 2, "small-service", 4, "garage", 20, "dc-lot", 7, "apartments", 53));

  /** Which the lot is allowed, with what its meter's class and a moment of base load may add. */
  private static final double CAP_WATTS = 80_000 * 1.02;

  private static Launcher up;
  private static World world;

  @BeforeAll
  static void plugAVehicleInEverywhere() throws IOException {
    List<String> options = new ArrayList<>(List.of("--site"));
    SITES.keySet().forEach(site -> options.add(EXAMPLES.resolve(site + "/" + site + ".yaml") + ""));
    up = Launcher.start(options.toArray(String[]::new));
    up.awaitReady();
    world = new World(up.http(), up.control("/"));
    for (String site : SITES.keySet()) {
      for (JsonNode evse : world.site(site).path("evses")) {
        if (!evse.path("vehicle").asBoolean()) {
          String path = "/evses/" + site + "/" + evse.path("evse").asText() + "/plug";
          up.http().post(up.control(path), "{\"wattHours\": 200000}");
        }
      }
    }
  }

  @AfterAll
  static void stop() {
    up.close();
  }

  @Test
  @Order(1)
  void eachIsAcceptedWithAllItsPorts() {
    assertThat(up.get("/api/v1/sites")).hasSize(SITES.size());
    SITES.forEach((site, ports) -> assertThat(told(site)).as("ports of %s", site).hasSize(ports));
  }

  @Test
  @Order(2)
  void eachChargerTakesWhatItIsTold() {
    SITES.forEach(
        (site, ports) ->
            await(site + "'s chargers have what the allocator decided")
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(
                    () -> {
                      Map<String, Double> told = told(site);
                      assertThat(vehicles(site))
                          .as("vehicles that want energy at %s", site)
                          .hasSizeGreaterThan(ports / 2)
                          .allSatisfy(evse -> assertObeys(evse, told));
                    }));
  }

  /**
   * A change of an ampere or two may just be on its way. What a DC charger is told counts at its
   * lowest voltage, 0.9 of the nominal one at which the simulated world shows its watts.
   */
  private static void assertObeys(JsonNode evse, Map<String, Double> told) {
    String name = evse.path("evse").asText();
    double share = name.equals("fast") ? 0.9 : 1.0;
    assertThat(evse.path("limitMilliamps").asDouble() / 1000)
        .as("%s", evse)
        .isCloseTo(share * told.getOrDefault(name, -1.0), within(2.0));
    assertThat(evse.path("drawMilliamps").asDouble()).as("%s", evse).isPositive();
  }

  /** It refuses a limit in amperes, so the one it obeys was given in watts. */
  @Test
  @Order(3)
  void theDcChargerIsLimitedInWatts() {
    JsonNode fast = world.evse("dc-lot", "fast");
    assertThat(fast.path("drawWatts").asDouble()).as("%s", fast).isBetween(5_000.0, 50_000.0);
  }

  @Test
  @Order(4)
  void theLotKeepsItsDemandCap() {
    await("ten looks in a row")
        .during(Duration.ofSeconds(10))
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(lotWatts()).isLessThanOrEqualTo(CAP_WATTS));
  }

  /** Between each line and neutral 120 V; the vehicles' power factor is 1. */
  private static double lotWatts() {
    double watts = 0;
    for (JsonNode conductor : world.site("dc-lot").path("circuits")) {
      if (conductor.path("circuit").asText().equals("service")) {
        watts += conductor.path("trueMilliamps").asDouble() / 1000 * 120;
      }
    }
    return watts;
  }

  @Test
  @Order(5)
  void noConductorWasAboveItsRatingForLongerThanAllowed() {
    for (String site : SITES.keySet()) {
      assertThat(world.site(site).path("circuits"))
          .isNotEmpty()
          .allSatisfy(
              conductor -> {
                assertThat(conductor.path("longestAboveRatingMillis").asLong())
                    .as("%s %s", site, conductor)
                    .isLessThanOrEqualTo(10_000);
                assertThat(conductor.path("peakD").asDouble())
                    .as("%s %s", site, conductor)
                    .isLessThan(1);
              });
    }
  }

  /** Those that want energy. */
  private static List<JsonNode> vehicles(String site) {
    List<JsonNode> vehicles = new ArrayList<>();
    for (JsonNode evse : world.site(site).path("evses")) {
      boolean full = evse.path("status").asText().equals("SuspendedEV");
      if (evse.path("vehicle").asBoolean() && !full) {
        vehicles.add(evse);
      }
    }
    return vehicles;
  }

  /** Amperes by EVSE. */
  private static Map<String, Double> told(String site) {
    Map<String, Double> told = new TreeMap<>();
    for (JsonNode each : up.get("/api/v1/sites/" + site + "/limits").path("evses")) {
      told.put(each.path("evse").asText(), each.path("limitAmps").asDouble());
    }
    return told;
  }
}
