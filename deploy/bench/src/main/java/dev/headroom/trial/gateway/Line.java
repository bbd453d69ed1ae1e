package dev.headroom.trial.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.impl.WebSocketInternal;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A charger's connection: opens again whenever it is gone, at once the first time and some seconds
 * after a refusal, as chargers do. All of it happens on one event loop.
 */
final class Line {

  private static final int LEAST_PAUSE_MILLIS = 5000;
  private static final int MOST_PAUSE_MILLIS = 15_000;

  private final Vertx vertx;
  private final WebSocketClient client;
  private final WebSocketConnectOptions to;
  private final Speaker speaker;
  private final Troubles troubles;
  private final SplittableRandom chances;
  private Optional<WebSocket> socket = Optional.empty();
  private boolean leaving;

  Line(
      Vertx vertx,
      WebSocketClient client,
      WebSocketConnectOptions to,
      Speaker speaker,
      Troubles troubles,
      long seed) {
    this.vertx = vertx;
    this.client = client;
    this.to = to;
    this.speaker = speaker;
    this.troubles = troubles;
    this.chances = new SplittableRandom(seed);
  }

  Speaker speaker() {
    return speaker;
  }

  void connect() {
    if (leaving) {
      return;
    }
    client
        .connect(to)
        .onSuccess(this::opened)
        .onFailure(
            refused -> {
              troubles.refused(refused);
              connectLater();
            });
  }

  private void connectLater() {
    int pause = chances.nextInt(LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS);
    vertx.setTimer(pause, timer -> connect());
  }

  private void opened(WebSocket opened) {
    socket = Optional.of(opened);
    opened.textMessageHandler(speaker::heard);
    opened.exceptionHandler(broken -> {});
    opened.closeHandler(closed -> lost(opened));
    speaker.opened(opened::writeTextMessage);
  }

  private void lost(WebSocket closed) {
    if (socket.filter(mine -> mine == closed).isPresent()) {
      socket = Optional.empty();
      speaker.lost();
      troubles.lost(closed.closeReason());
      connectLater();
    }
  }

  /** Its TCP connection ends without a word, and it connects again at once. */
  void cut() {
    end();
    connect();
  }

  /** Its TCP connection ends, for good. */
  void leave() {
    leaving = true;
    end();
  }

  private void end() {
    socket.ifPresent(
        open -> {
          socket = Optional.empty();
          speaker.lost();
          ((WebSocketInternal) open).channelHandlerContext().close();
        });
  }
}
