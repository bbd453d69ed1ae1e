package dev.headroom.trial.gateway;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the gateway is compared with: a server that takes the same connections, pings them as often
 * and closes the dead ones, and says back what it is told. It knows nobody and nothing.
 */
public final class BareServer extends AbstractVerticle {

  private static final int LARGEST = 65_536;
  private static final long TICK_MILLIS = 500;
  private static final Duration PING = Duration.ofSeconds(3);
  private static final Duration DEATH = Duration.ofSeconds(8);

  private static final class Times {
    private long heardNanos = System.nanoTime();
    private long pingedNanos = heardNanos;
  }

  private final int port;
  private final Map<ServerWebSocket, Times> sockets = new IdentityHashMap<>();

  private BareServer(int port) {
    this.port = port;
  }

  /**
   * Runs until it is ended.
   *
   * @param arguments the port
   */
  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[0]);
    deploy(Vertx.vertx(), port)
        .onSuccess(deployed -> System.out.println("Listening on " + port))
        .onFailure(
            failure -> {
              System.out.println(failure);
              System.exit(1);
            });
  }

  /** On every event loop that there is, as the gateway's HTTP server. */
  static Future<String> deploy(Vertx vertx, int port) {
    return vertx.deployVerticle(
        () -> new BareServer(port),
        new DeploymentOptions().setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE));
  }

  @Override
  public void start(Promise<Void> started) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setWebSocketSubProtocols(List.of("ocpp2.0.1", "ocpp1.6"))
            .setMaxWebSocketFrameSize(LARGEST)
            .setMaxWebSocketMessageSize(LARGEST);
    vertx
        .createHttpServer(options)
        .webSocketHandler(this::opened)
        .listen(port, "127.0.0.1")
        .<Void>mapEmpty()
        .onComplete(started);
    vertx.setPeriodic(TICK_MILLIS, timer -> sockets.forEach(BareServer::keepAlive));
  }

  private void opened(ServerWebSocket socket) {
    Times times = new Times();
    sockets.put(socket, times);
    socket.closeHandler(closed -> sockets.remove(socket));
    socket.exceptionHandler(broken -> {});
    socket.pongHandler(pong -> times.heardNanos = System.nanoTime());
    socket.textMessageHandler(
        text -> {
          times.heardNanos = System.nanoTime();
          socket.writeTextMessage(text);
        });
  }

  private static void keepAlive(ServerWebSocket socket, Times times) {
    long now = System.nanoTime();
    if (now - times.heardNanos >= DEATH.toNanos()) {
      socket.close();
    } else if (now - times.pingedNanos >= PING.toNanos()) {
      times.pingedNanos = now;
      socket.writePing(Buffer.buffer());
    }
  }
}
