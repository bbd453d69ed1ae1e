package dev.headroom.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.simulator.control.ControlServer;
import dev.headroom.simulator.fake.FakeCentral;
import dev.headroom.simulator.fake.FakeIngest;
import dev.headroom.simulator.fake.TestSite;
import dev.headroom.simulator.ocpp.SpokenVersions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulation of one small site, connected to servers of a few lines. */
abstract class OverSockets {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  FakeCentral central;
  FakeIngest ingest;
  private final SpokenVersions versions;
  private Simulation simulation;
  private ControlServer control;

  OverSockets(SpokenVersions versions) {
    this.versions = versions;
  }

  @BeforeEach
  void start() throws Exception {
    central = new FakeCentral(TestSite.CREDENTIALS.stationPasswords());
    ingest = new FakeIngest(TestSite.CREDENTIALS.meterKeys(), 0);
    simulation = new Simulation(TestSite.settings(central, ingest, versions));
    control = new ControlServer(simulation, 0);
    simulation.start();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                evse("one").get("connected").asBoolean()
                    && evse("two").get("connected").asBoolean());
  }

  @AfterEach
  void stop() throws Exception {
    control.close();
    simulation.close();
    ingest.close();
    central.close();
    http.close();
  }

  int post(String path, String body) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + control.port() + path);
    HttpRequest request =
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  JsonNode state() throws Exception {
    URI address = URI.create("http://127.0.0.1:" + control.port() + "/state");
    HttpRequest request = HttpRequest.newBuilder(address).build();
    return MAPPER.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  JsonNode evse(String name) throws Exception {
    for (JsonNode evse : state().at("/sites/0/evses")) {
      if (evse.get("evse").asText().equals(name)) {
        return evse;
      }
    }
    throw new AssertionError(name);
  }

  void awaitDraw(String name, int milliamps) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(evse(name).get("drawMilliamps").asInt()).isEqualTo(milliamps));
  }

  /** Plugs a vehicle in and waits for its transaction. */
  String charge(String name) throws Exception {
    assertThat(post("/evses/home/" + name + "/plug", "{\"responseMillis\":100}")).isEqualTo(200);
    await().atMost(PATIENCE).until(() -> evse(name).has("transactionId"));
    return evse(name).get("transactionId").asText();
  }

  /** Plugs a vehicle in that charges with nobody to ask. */
  void chargeOffline(String name) throws Exception {
    assertThat(post("/evses/home/" + name + "/plug", "")).isEqualTo(200);
    await().atMost(PATIENCE).until(() -> evse(name).get("status").asText().equals("Charging"));
  }
}
