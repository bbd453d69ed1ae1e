package dev.headroom.cli.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Provisions charging stations at the gateway over its REST interface. */
public final class Stations {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private final HttpClient http;
  private final URI gateway;

  public Stations(HttpClient http, URI gateway) {
    this.http = http;
    this.gateway = gateway;
  }

  /**
   * Lets the station in with this password.
   *
   * @throws IllegalStateException when the gateway refuses or does not answer
   */
  public void provision(String stationId, String password) throws InterruptedException {
    String id = URLEncoder.encode(stationId, StandardCharsets.UTF_8).replace("+", "%20");
    var request =
        HttpRequest.newBuilder(gateway.resolve("/api/v1/stations/" + id))
            .timeout(ANSWER_LIMIT)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"password\":\"" + quoted(password) + "\"}"))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            "the gateway refused station %s: %d %s"
                .formatted(stationId, answer.statusCode(), answer.body()));
      }
    } catch (IOException e) {
      throw new IllegalStateException("the gateway did not take station " + stationId, e);
    }
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
