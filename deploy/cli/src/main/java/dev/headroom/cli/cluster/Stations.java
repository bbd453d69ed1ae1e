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
   * Lets the station in with this password. False when the gateway cannot say yet: it does not
   * answer, or its database does not.
   *
   * @throws IllegalStateException when the gateway refuses
   */
  public boolean provision(String stationId, String password) throws InterruptedException {
    try {
      var answer = http.send(request(stationId, password), HttpResponse.BodyHandlers.ofString());
      int status = answer.statusCode();
      if (status / 100 != 2 && status != 503) {
        throw new IllegalStateException(
            "the gateway refused station %s: %d %s".formatted(stationId, status, answer.body()));
      }
      return status != 503;
    } catch (IOException noAnswer) {
      return false;
    }
  }

  private HttpRequest request(String stationId, String password) {
    String id = URLEncoder.encode(stationId, StandardCharsets.UTF_8).replace("+", "%20");
    return HttpRequest.newBuilder(gateway.resolve("/api/v1/stations/" + id))
        .timeout(ANSWER_LIMIT)
        .header("Content-Type", "application/json")
        .PUT(HttpRequest.BodyPublishers.ofString("{\"password\":\"" + quoted(password) + "\"}"))
        .build();
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
