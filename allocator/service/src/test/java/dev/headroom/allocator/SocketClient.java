package dev.headroom.allocator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A reader of the stream's WebSocket, who gets nothing but what the AsyncAPI document says. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final AtomicInteger pings = new AtomicInteger();
  private final WebSocket socket;
  private volatile int closedWith;

  /**
   * @param headers names and values in turn
   * @throws java.util.concurrent.CompletionException if it is refused
   */
  SocketClient(URI address, String... headers) {
    WebSocket.Builder builder = client.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    socket = builder.buildAsync(address, this).join();
  }

  int pings() {
    return pings.get();
  }

  /** The close code; 0 while it is open. */
  int closedWith() {
    return closedWith;
  }

  /** All messages up to and with the first that is so. */
  List<JsonNode> until(Predicate<JsonNode> enough) {
    List<JsonNode> all = new ArrayList<>();
    do {
      all.add(next());
    } while (!enough.test(all.getLast()));
    return all;
  }

  JsonNode next() {
    try {
      JsonNode next = messages.poll(60, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing came");
      }
      assertThat(AsyncApi.faultsOfMessage(next)).as("%s", next).isEmpty();
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      try {
        messages.add(JSON.readTree(text.toString()));
      } catch (JsonProcessingException e) {
        throw new AssertionError(text.toString(), e);
      }
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    pings.incrementAndGet();
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closedWith = code;
    return null;
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }
}
