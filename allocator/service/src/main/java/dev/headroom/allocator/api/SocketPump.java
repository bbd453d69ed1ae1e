package dev.headroom.allocator.api;

import dev.headroom.allocator.limits.Delivery;
import dev.headroom.allocator.limits.FeedEvent;
import dev.headroom.allocator.limits.FeedSubscription;
import dev.headroom.allocator.limits.LimitsStreams;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** Events as WebSocket messages, one after the other: the next when the socket has taken one. */
final class SocketPump extends EventPump {

  private final WebSocketConnection socket;
  private final EventEncoder encoder;
  private boolean sending;

  SocketPump(WebSocketConnection socket, LimitsStreams streams, EventEncoder encoder) {
    super(streams);
    this.socket = socket;
    this.encoder = encoder;
  }

  @Override
  void pump(FeedSubscription from) {
    if (!sending && socket.isOpen()) {
      from.poll().ifPresent(this::send);
    }
  }

  private void send(Delivery delivery) {
    sending = true;
    Uni<Void> sent = sending(delivery);
    sent.subscribe()
        .with(
            nothing ->
                run(
                    () -> {
                      sending = false;
                      pump();
                    }),
            failure -> run(this::gone));
  }

  /** A sign of life is a ping; where there is a place to tell, a message tells it. */
  private Uni<Void> sending(Delivery delivery) {
    Uni<Void> ping =
        delivery.event() instanceof FeedEvent.Heartbeat
            ? socket.sendPing(Buffer.buffer())
            : Uni.createFrom().voidItem();
    boolean silent = delivery.event() instanceof FeedEvent.Heartbeat && delivery.id().isEmpty();
    return silent
        ? ping
        : ping.chain(
            () -> socket.sendText(encoder.encode(delivery.event()).message(delivery.id())));
  }

  @Override
  void close(End why) {
    close(
        socket,
        switch (why) {
          case STOPPING -> new CloseReason(1001, "this allocator stops; another goes on");
          case STUCK -> new CloseReason(1013, "nothing was taken for long; come back with the id");
        });
  }

  static void close(WebSocketConnection socket, CloseReason why) {
    socket.close(why).subscribe().with(nothing -> {}, failure -> {});
  }
}
