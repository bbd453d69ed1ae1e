package dev.headroom.gateway.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Somebody with the REST interface. */
public final class Operator {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int port;
  private final Optional<String> token;

  public Operator(int port) {
    this(port, Optional.empty());
  }

  private Operator(int port, Optional<String> token) {
    this.port = port;
    this.token = token;
  }

  /** The same with a bearer token. */
  public Operator with(String bearer) {
    return new Operator(port, Optional.of(bearer));
  }

  /** Makes a station known; answers the HTTP status. */
  public int provision(String station, String password) {
    return put(station, "{\"password\":\"" + password + "\"}").statusCode();
  }

  public HttpResponse<String> put(String station, String body) {
    return send(
        request("/api/v1/stations/" + station)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> delete(String station) {
    return send(request("/api/v1/stations/" + station).DELETE());
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public JsonNode json(String path) {
    try {
      return JSON.readTree(get(path).body());
    } catch (IOException noJson) {
      throw new IllegalStateException(noJson);
    }
  }

  /** A counter's value, 0 if there is none of that name. */
  public double metric(String name) {
    HttpResponse<String> scraped = get("/q/metrics");
    if (scraped.statusCode() != 200) {
      throw new IllegalStateException("no metrics: " + scraped.statusCode() + scraped.body());
    }
    return scraped
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
    return request;
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
