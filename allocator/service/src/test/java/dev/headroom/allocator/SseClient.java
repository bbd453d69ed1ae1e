package dev.headroom.allocator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A browser's EventSource, more or less: it remembers the last id. All that it gets must be as the
 * AsyncAPI document says.
 */
final class SseClient implements AutoCloseable {

  /** An event; the name of a comment is empty. */
  record Event(String name, JsonNode data) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final BufferedReader lines;
  private Optional<String> lastId;
  private String type;

  SseClient(URI stream, Optional<String> lastId) {
    this.lastId = lastId;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(stream).header("Accept", "text/event-stream").timeout(PATIENCE);
    lastId.ifPresent(id -> request.header("Last-Event-ID", id));
    try {
      var answer = client.send(request.build(), BodyHandlers.ofInputStream());
      type = answer.headers().firstValue("Content-Type").orElse("");
      lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.statusCode() + " " + lines.readLine());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  String type() {
    return type;
  }

  /** What to come back with. */
  Optional<String> lastId() {
    return lastId;
  }

  /** All events up to and with the first that is so. */
  List<Event> until(Predicate<Event> enough) {
    List<Event> events = new ArrayList<>();
    do {
      events.add(next());
    } while (!enough.test(events.getLast()));
    return events;
  }

  List<Event> until(String name) {
    return until(event -> event.name().equals(name));
  }

  Event next() {
    String name = "";
    String data = "null";
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          return asDescribed(new Event(name, JSON.readTree(data)));
        }
        String value = line.substring(line.indexOf(':') + 1);
        switch (line.substring(0, line.indexOf(':'))) {
          case "event" -> name = value;
          case "id" -> lastId = Optional.of(value);
          case "data" -> data = value;
          default -> {
            // A comment.
          }
        }
      }
    } catch (IOException e) {
      throw new AssertionError("the stream broke", e);
    }
    throw new AssertionError("the stream ended");
  }

  private static Event asDescribed(Event event) {
    if (!event.name().isEmpty()) {
      assertThat(AsyncApi.faultsOfEvent(event.name(), event.data())).as("%s", event).isEmpty();
    }
    return event;
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    client.shutdownNow();
  }
}
