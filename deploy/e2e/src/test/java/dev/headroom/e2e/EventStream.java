package dev.headroom.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Server-sent events as a browser reads them: it knows what to come back with. */
final class EventStream implements AutoCloseable {

  /** An event; without a name it is only a sign of life. */
  record Event(String name, JsonNode data) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BufferedReader lines;
  private Optional<String> lastId;

  EventStream(HttpClient client, URI uri, Optional<String> lastId) {
    this.lastId = lastId;
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream");
    lastId.ifPresent(id -> request.header("Last-Event-ID", id));
    try {
      InputStream body = client.send(request.build(), BodyHandlers.ofInputStream()).body();
      lines = new BufferedReader(new InputStreamReader(body, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Optional<String> lastId() {
    return lastId;
  }

  /** All up to and with the first that is so. */
  List<Event> until(Predicate<Event> enough) {
    List<Event> events = new ArrayList<>();
    while (events.isEmpty() || !enough.test(events.getLast())) {
      events.add(next().orElseThrow(() -> new AssertionError("ended after " + events)));
    }
    return events;
  }

  /** All up to and with the first sign of life, before which nothing waits. */
  List<Event> untilCalm() {
    return until(event -> event.name().isEmpty());
  }

  /** The next event; empty at the end of the stream. */
  Optional<Event> next() {
    String name = "";
    JsonNode data = JSON.nullNode();
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          return Optional.of(new Event(name, data));
        }
        String value = line.substring(line.indexOf(':') + 1);
        if (line.startsWith("event:")) {
          name = value;
        } else if (line.startsWith("id:")) {
          lastId = Optional.of(value);
        } else if (line.startsWith("data:")) {
          data = JSON.readTree(value);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
