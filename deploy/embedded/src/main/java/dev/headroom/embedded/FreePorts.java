package dev.headroom.embedded;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports of the loopback interface that nobody uses, TCP and UDP alike. They lie below those that
 * systems hand out to outgoing connections (from 32768 on Linux, from 49152 elsewhere): such a
 * connection of anybody's could otherwise take one between the look and the use, or while a stopped
 * server is away from it.
 */
public final class FreePorts {

  private static final int FIRST = 10_000;
  private static final int END = 32_000;
  private static final int ATTEMPTS = 1000;

  private FreePorts() {}

  /** One free port; another process may take it before the caller does. */
  public static int any() {
    return row(1);
  }

  /**
   * The first of so many free ports in a row.
   *
   * @throws IllegalStateException if there are none
   */
  public static int row(int count) {
    return ThreadLocalRandom.current()
        .ints(ATTEMPTS, FIRST, END - count)
        .filter(first -> IntStream.range(first, first + count).allMatch(FreePorts::free))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no " + count + " free ports on the loopback"));
  }

  /** {@code port} itself unless it is 0, which stands for any free one. */
  static int orAny(int port) {
    return port == 0 ? any() : port;
  }

  private static boolean free(int port) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (var tcp = new ServerSocket();
        var udp = new DatagramSocket(address)) {
      tcp.setReuseAddress(true);
      tcp.bind(address);
      return udp.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
