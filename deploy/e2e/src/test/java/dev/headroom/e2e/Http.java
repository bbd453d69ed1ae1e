package dev.headroom.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP, with the answer's status when it matters. */
final class Http implements AutoCloseable {

  record Answer(int status, JsonNode body) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  JsonNode get(URI uri) {
    Answer answer = send(HttpRequest.newBuilder(uri).GET());
    if (answer.status() != 200) {
      throw new IllegalStateException(uri + " answers " + answer.status() + " " + answer.body());
    }
    return answer.body();
  }

  String text(URI uri) {
    return textOf(HttpRequest.newBuilder(uri));
  }

  private String textOf(HttpRequest.Builder builder) {
    try {
      return client.send(request(builder), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Prometheus' text format, as its tools read it. */
  String scrape(URI uri) {
    return textOf(HttpRequest.newBuilder(uri).header("Accept", "text/plain;version=0.0.4"));
  }

  Answer post(URI uri, String json) {
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  Answer put(URI uri, String json) {
    return put(uri, "application/json", json);
  }

  Answer put(URI uri, String contentType, String body) {
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", contentType)
            .PUT(BodyPublishers.ofString(body)));
  }

  Answer delete(URI uri) {
    return send(HttpRequest.newBuilder(uri).DELETE());
  }

  HttpClient client() {
    return client;
  }

  private static HttpRequest request(HttpRequest.Builder builder) {
    return builder.timeout(Duration.ofSeconds(10)).build();
  }

  private Answer send(HttpRequest.Builder builder) {
    try {
      var response = client.send(request(builder), BodyHandlers.ofString());
      String body = response.body();
      return new Answer(
          response.statusCode(), body.isBlank() ? JSON.nullNode() : JSON.readTree(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
