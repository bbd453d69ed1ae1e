package dev.headroom.allocator.api;

import dev.headroom.allocator.limits.Delivery;
import dev.headroom.allocator.limits.FeedSubscription;
import dev.headroom.allocator.limits.LimitsStreams;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Events as {@code text/event-stream}. Frames are not copied for each reader; what waits for the
 * socket is bounded by Vert.x' write queue.
 */
final class SsePump extends EventPump {

  /** Frames that go out as one piece. */
  private static final int PIECE = 64;

  private final HttpServerResponse response;
  private final EventEncoder encoder;

  SsePump(HttpServerResponse response, LimitsStreams streams, EventEncoder encoder) {
    super(streams);
    this.response = response;
    this.encoder = encoder;
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        // Proxies that gather answers would hold events back.
        .putHeader("X-Accel-Buffering", "no");
    response.drainHandler(nothing -> pump());
    response.exceptionHandler(failure -> gone());
  }

  @Override
  void pump(FeedSubscription from) {
    List<byte[]> piece = new ArrayList<>();
    Optional<Delivery> next = Optional.empty();
    do {
      next = response.writeQueueFull() || response.closed() ? Optional.empty() : from.poll();
      next.ifPresent(
          delivery -> {
            delivery.id().map(EncodedEvent::idLine).ifPresent(piece::add);
            piece.add(encoder.encode(delivery.event()).frame());
          });
      if (!piece.isEmpty() && (next.isEmpty() || piece.size() >= PIECE)) {
        var unused = response.write(joined(piece));
        piece.clear();
      }
    } while (next.isPresent());
  }

  @SuppressWarnings("deprecation") // the only way to a buffer that copies nothing
  private static Buffer joined(List<byte[]> piece) {
    return Buffer.buffer(Unpooled.wrappedBuffer(piece.size(), piece.toArray(byte[][]::new)));
  }

  /** Whoever takes nothing would not take an end either. */
  @Override
  void close(End why) {
    if (response.ended() || response.closed()) {
      return;
    }
    if (why == End.STUCK) {
      var unused = response.reset();
    } else {
      var unused = response.end();
    }
  }
}
