package dev.headroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.headroom.cli.cluster.Service;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nonsense gets a clear answer and is counted; nothing else is disturbed. */
class BadInputTest {

  private static Cluster cluster;

  @BeforeAll
  static void startAll() {
    cluster = Cluster.start(BadInputTest.class, List.of("home"));
    cluster.world().baseTo("home", "L1", 10);
    cluster.world().baseTo("home", "L2", 10);
    cluster.world().plug("home", "left");
    await("the site works")
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(cluster.world().draw("home", "left")).isEqualTo(48));
  }

  @AfterAll
  static void stopAll() {
    cluster.close();
  }

  @AfterEach
  void nothingElseIsDisturbed() {
    for (Service service : Service.values()) {
      assertThat(cluster.alive(service)).as("%s", service).isTrue();
    }
    assertThat(cluster.world().draw("home", "left")).isEqualTo(48);
    assertThat(cluster.world().evse("home", "left").path("connected").asBoolean()).isTrue();
  }

  @Test
  void aBrokenSiteFileIsRefusedWithItsLine() throws Exception {
    Path file = cluster.sitesDirectory().resolve("broken.yaml");
    Files.writeString(
        file,
        """
        apiVersion: headroom.dev/v1
        kind: Site
        metadata:
          name: broken
        spec:
          supply: 600Y/347
          circuits: nonsense
        """);
    await("it is refused")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        cluster
                            .http()
                            .get(cluster.at(Service.ALLOCATOR, "/api/v1/sites"))
                            .toString())
                    .contains("broken")
                    .contains("600Y/347")
                    .contains("\"line\":7"));
    Files.delete(file);
  }

  @Test
  void anUnknownStationAndAWrongPasswordAreRefused() {
    double before = cluster.counter(Service.EVSE_GATEWAY, "headroom_ocpp_unauthorized_total", "");
    assertRefused("nobody", "whatever-password");
    assertRefused("home-left", "wrong-password-000");
    assertThat(cluster.counter(Service.EVSE_GATEWAY, "headroom_ocpp_unauthorized_total", ""))
        .isGreaterThan(before);
  }

  private static void assertRefused(String station, String password) {
    assertThatThrownBy(() -> connect(station, password, new Closing()))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));
  }

  @Test
  void aMalformedFrameIsCountedAndTheStationLivesOn() throws Exception {
    double before = cluster.counter(Service.EVSE_GATEWAY, "headroom_ocpp_malformed_total", "");
    WebSocket socket = connect("workshop-bay", Cluster.WORKSHOP_PASSWORD, new Closing());
    socket.sendText("{\"not\": \"a frame\"", true).get(5, TimeUnit.SECONDS);
    await("it is counted")
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        cluster.counter(Service.EVSE_GATEWAY, "headroom_ocpp_malformed_total", ""))
                    .isGreaterThan(before));
    socket.abort();
  }

  @Test
  void aMessageOfAMegabyteClosesItsOwnSocketAlone() throws Exception {
    Closing closing = new Closing();
    WebSocket socket = connect("workshop-bay", Cluster.WORKSHOP_PASSWORD, closing);
    String megabyte = "[2,\"1\",\"DataTransfer\",{\"data\":\"" + "x".repeat(1 << 20) + "\"}]";
    socket
        .sendText(megabyte, true)
        .whenComplete(
            (sent, failure) -> {
              if (failure != null) {
                closing.closed.complete(1006);
              }
            });
    assertThat(closing.closed.get(30, TimeUnit.SECONDS)).isIn(1006, 1009);
  }

  private static WebSocket connect(String station, String password, WebSocket.Listener listener)
      throws Exception {
    String credentials = station + ":" + password;
    return cluster
        .http()
        .client()
        .newWebSocketBuilder()
        .subprotocols("ocpp1.6")
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
        .buildAsync(
            URI.create("ws://127.0.0.1:" + cluster.ports().gateway() + "/ocpp/" + station),
            listener)
        .get(10, TimeUnit.SECONDS);
  }

  /** Notes how a socket ended. */
  private static final class Closing implements WebSocket.Listener {
    final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.complete(status);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.complete(1006);
    }
  }

  @Test
  void anEventThatMakesNoSenseIsRefusedInWords() {
    URI events = cluster.at(Service.DR_ADAPTER, "/api/v1/events");
    for (String event :
        List.of(
            "{\"sites\": [\"home\"], \"duration\": \"PT1H\", \"watts\": -5}",
            "{\"sites\": [\"home\"], \"duration\": \"PT1H\"}",
            "{\"sites\": [], \"duration\": \"PT1H\", \"watts\": 5}",
            "not json")) {
      Http.Answer answer = cluster.http().post(events, event);
      assertThat(answer.status()).as(event).isIn(400, 422);
      assertThat(answer.body().toString()).as(event).contains("detail");
    }
  }
}
