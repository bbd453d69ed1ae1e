package dev.headroom.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback interface that nobody listens on. */
public final class FreePorts {
  private FreePorts() {}

  /** One free port; another process may take it before the caller does. */
  public static int any() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free TCP port on the loopback interface", e);
    }
  }

  /** {@code port} itself unless it is 0, which stands for any free one. */
  static int orAny(int port) {
    return port == 0 ? any() : port;
  }
}
