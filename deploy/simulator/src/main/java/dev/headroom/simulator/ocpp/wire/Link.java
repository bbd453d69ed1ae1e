package dev.headroom.simulator.ocpp.wire;

import dev.headroom.simulator.world.WorldThread;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A station's WebSocket to its central system: Basic authentication, and a new attempt after each
 * loss, later and later with jitter. To be used on the world's thread.
 */
public final class Link {

  /** What a station hears of its link, on the world's thread. */
  public interface Listener {
    void opened();

    void received(String text);

    void closed(String why);
  }

  private static final System.Logger LOG = System.getLogger(Link.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long FIRST_PAUSE_MILLIS = 500;
  private static final int MOST_DOUBLINGS = 4;

  private final HttpClient http;
  private final URI address;
  private final String subprotocol;
  private final String authorization;
  private final WorldThread world;
  private final RandomGenerator random;
  private final Listener listener;
  private Optional<WebSocket> socket = Optional.empty();
  private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
  private boolean wanted;
  private int attempt;
  private int failures;

  /**
   * A link that is not wanted yet.
   *
   * @param subprotocol the only one offered, such as {@code ocpp1.6}
   */
  public Link(
      HttpClient http,
      URI address,
      String subprotocol,
      StationLogin login,
      WorldThread world,
      RandomGenerator random,
      Listener listener) {
    this.http = http;
    this.address = address;
    this.subprotocol = subprotocol;
    this.authorization = basic(login.user() + ":" + login.password());
    this.world = world;
    this.random = random;
    this.listener = listener;
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** Connects, and again after each loss, until it is cut. */
  public void restore() {
    if (!wanted) {
      wanted = true;
      connect();
    }
  }

  /** The cable is cut: no goodbye, and no new attempt until it is restored. */
  public void cut() {
    wanted = false;
    drop("cut");
  }

  /** The connection is lost now; a new one follows. */
  public void bounce(String why) {
    if (socket.isPresent()) {
      drop(why);
      retryLater();
    }
  }

  private void drop(String why) {
    attempt++;
    Optional<WebSocket> old = socket;
    socket = Optional.empty();
    old.ifPresent(
        open -> {
          open.abort();
          listener.closed(why);
        });
  }

  public boolean open() {
    return socket.isPresent();
  }

  /** Sends a text after those before it; nothing without a connection. */
  public void send(String text) {
    socket.ifPresent(
        open ->
            sent =
                sent.handle((done, failed) -> open)
                    .thenCompose(ready -> ready.sendText(text, true))
                    .whenComplete((done, failed) -> logUnsent(failed)));
  }

  private void logUnsent(@Nullable Throwable failed) {
    if (failed != null) {
      LOG.log(Level.DEBUG, () -> address + " did not take a message", failed);
    }
  }

  private void connect() {
    int mine = ++attempt;
    http.newWebSocketBuilder()
        .header("Authorization", authorization)
        .subprotocols(subprotocol)
        .connectTimeout(PATIENCE)
        .buildAsync(address, new Receiver(new Ears(mine)))
        .whenComplete(
            (opened, failed) -> {
              if (failed != null) {
                world.execute(() -> lost(mine, String.valueOf(failed.getMessage())));
              }
            });
  }

  private final class Ears implements Receiver.Ears {
    private final int mine;

    Ears(int mine) {
      this.mine = mine;
    }

    @Override
    public void opened(WebSocket opened) {
      world.execute(() -> connected(mine, opened));
    }

    @Override
    public void received(String text) {
      world.execute(
          () -> {
            if (mine == attempt && socket.isPresent()) {
              listener.received(text);
            }
          });
    }

    @Override
    public void closed(String why) {
      world.execute(() -> lost(mine, why));
    }
  }

  private void connected(int mine, WebSocket opened) {
    if (mine != attempt || !subprotocol.equals(opened.getSubprotocol())) {
      opened.abort();
      lost(mine, "the central system does not speak " + subprotocol);
      return;
    }
    socket = Optional.of(opened);
    sent = CompletableFuture.completedFuture(null);
    failures = 0;
    listener.opened();
  }

  private void lost(int mine, String why) {
    if (mine != attempt) {
      return;
    }
    LOG.log(Level.DEBUG, () -> address + " lost: " + why);
    boolean wasOpen = socket.isPresent();
    socket = Optional.empty();
    attempt++;
    if (wasOpen) {
      listener.closed(why);
    }
    retryLater();
  }

  private void retryLater() {
    int doublings = Math.min(failures++, MOST_DOUBLINGS);
    long pause = FIRST_PAUSE_MILLIS << doublings;
    int awaited = attempt;
    world.after(
        Duration.ofMillis(pause / 2 + random.nextLong(pause)),
        () -> {
          if (wanted && awaited == attempt) {
            connect();
          }
        });
  }
}
