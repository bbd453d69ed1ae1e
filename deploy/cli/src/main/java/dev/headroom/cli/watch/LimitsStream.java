package dev.headroom.cli.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The allocators' stream of limits, opened anew whenever it breaks: at the next instance at once,
 * and when all have been tried, after a pause that doubles up to {@link #LONGEST_PAUSE}. It says
 * with {@code Last-Event-ID} how far it has read; any instance goes on from there.
 */
final class LimitsStream {

  /** Hears the stream, on the thread that runs it. */
  interface Listener {

    void connection(Connection connection);

    void event(SseEvent event);

    /** Something came, if only a sign of life. */
    void alive();
  }

  /** The address is wrong: trying again would not help. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  private final List<URI> instances;
  private final Listener listener;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();
  private Optional<String> lastId = Optional.empty();
  private Duration pause = FIRST_PAUSE;
  private int instance;
  private int failures;
  private volatile Optional<InputStream> open = Optional.empty();

  /**
   * Nothing is opened yet.
   *
   * @param instances at least one, in the order in which they are tried
   */
  LimitsStream(List<URI> instances, Listener listener) {
    this.instances = List.copyOf(instances);
    this.listener = listener;
  }

  /**
   * Follows the stream until the thread is interrupted.
   *
   * @throws Refused if there is something else at the address
   */
  void follow() throws Refused, InterruptedException {
    while (true) {
      String why;
      try {
        read();
        why = "the stream ended";
      } catch (IOException e) {
        why =
            Optional.ofNullable(e.getMessage()).orElse("no connection to " + uri().getAuthority());
      }
      goOn(why);
    }
  }

  private void goOn(String why) throws InterruptedException {
    instance = (instance + 1) % instances.size();
    failures++;
    if (failures % instances.size() != 0) {
      listener.connection(new Connection.Lost(why, Duration.ZERO));
      return;
    }
    listener.connection(new Connection.Lost(why, pause));
    Thread.sleep(pause);
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private URI uri() {
    return instances.get(instance);
  }

  /**
   * Reads one connection to its end, at the instance whose turn it is.
   *
   * @throws IOException if it cannot be opened now, or breaks
   */
  void read() throws IOException, Refused, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri()).header("Accept", "text/event-stream");
    // Not an option: whoever lists processes would read it.
    Optional.ofNullable(System.getenv("HEADROOM_TOKEN"))
        .filter(token -> !token.isBlank())
        .ifPresent(token -> request.header("Authorization", "Bearer " + token.strip()));
    lastId.ifPresent(id -> request.header("Last-Event-ID", id));
    var answer = client.send(request.build(), BodyHandlers.ofInputStream());
    try (var lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
      requireStream(answer);
      open = Optional.of(answer.body());
      listener.connection(new Connection.Open());
      SseParser parser = new SseParser();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        listener.alive();
        parser.line(line).ifPresent(this::take);
        if (!parser.lastId().isEmpty()) {
          lastId = Optional.of(parser.lastId());
        }
      }
    }
  }

  /** Ends the connection that is open, which says nothing any more; another is opened. */
  void drop() {
    open.ifPresent(
        body -> {
          try {
            body.close();
          } catch (IOException e) {
            System.getLogger(LimitsStream.class.getName())
                .log(System.Logger.Level.DEBUG, "it was closed already", e);
          }
        });
  }

  private void take(SseEvent event) {
    pause = FIRST_PAUSE;
    failures = 0;
    listener.event(event);
  }

  private void requireStream(HttpResponse<?> answer) throws IOException, Refused {
    int status = answer.statusCode();
    if (status == 401) {
      throw new Refused(uri() + " asks for a good token: set HEADROOM_TOKEN in the environment");
    }
    if (status == 403) {
      throw new Refused(uri() + " shows you nothing: your token needs a role at these sites");
    }
    if (status >= 400 && status < 500) {
      throw new Refused(uri() + " answers " + status + ": is this an allocator?");
    }
    if (status != 200) {
      throw new IOException("the allocator answers " + status);
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("text/event-stream")) {
      throw new Refused(uri() + " is no stream but " + type + ": is this an allocator?");
    }
  }
}
