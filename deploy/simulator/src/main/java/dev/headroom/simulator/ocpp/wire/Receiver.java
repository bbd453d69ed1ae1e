package dev.headroom.simulator.ocpp.wire;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Puts the pieces of WebSocket messages together. */
final class Receiver implements WebSocket.Listener {

  /** Who hears the whole messages; on any thread, one call at a time. */
  interface Ears {
    void opened(WebSocket opened);

    void received(String text);

    void closed(String why);
  }

  private static final int LONGEST_MESSAGE = 1 << 20;

  private final Ears ears;
  private final StringBuilder pieces = new StringBuilder();

  Receiver(Ears ears) {
    this.ears = ears;
  }

  @Override
  public void onOpen(WebSocket socket) {
    ears.opened(socket);
    socket.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    pieces.append(data);
    if (pieces.length() > LONGEST_MESSAGE) {
      socket.abort();
      ears.closed("a message above 1 MiB");
      return null;
    }
    if (last) {
      ears.received(pieces.toString());
      pieces.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    ears.closed("closed with " + code + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    ears.closed(String.valueOf(error.getMessage()));
  }
}
