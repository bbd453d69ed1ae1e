package dev.headroom.allocator;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;

/** A client of the allocator's interface. */
final class Http implements AutoCloseable {

  private final URI address;
  private final Duration patience;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  Http(URI address, Duration patience) {
    this.address = address;
    this.patience = patience;
  }

  /** The answer, once there is one that is no error. */
  JsonNode eventually(String path) throws IOException {
    await().atMost(patience).until(() -> status(path) == 200);
    return json.readTree(text(path));
  }

  int status(String path) {
    return get(path).statusCode();
  }

  String text(String path) {
    return get(path).body();
  }

  HttpResponse<String> get(String path) {
    return send(path, BodyHandlers.ofString());
  }

  Stream<String> stream(String path) {
    return send(path, BodyHandlers.ofLines()).body();
  }

  /** The same with a token. */
  Stream<String> stream(String path, String authorization) {
    return send(path, request(path).header("Authorization", authorization), BodyHandlers.ofLines())
        .body();
  }

  /** A request with a body or none; the headers are names and values in turn. */
  HttpResponse<String> ask(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(path).method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(path, request, BodyHandlers.ofString());
  }

  JsonNode json(HttpResponse<String> answer) throws IOException {
    return json.readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(patience);
  }

  private <T> HttpResponse<T> send(String path, HttpResponse.BodyHandler<T> handler) {
    return send(path, request(path), handler);
  }

  private <T> HttpResponse<T> send(
      String path, HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new AssertionError(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(path, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
