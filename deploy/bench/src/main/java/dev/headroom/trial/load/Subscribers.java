package dev.headroom.trial.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.trial.process.Threads;
import dev.headroom.trial.wire.Town;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Dashboards: each follows one site by server-sent events, and some never read. */
final class Subscribers implements AutoCloseable {

  private final Selector selector = Selector.open();
  private final List<SocketChannel> channels = new ArrayList<>();
  private final AtomicLong bytes = new AtomicLong();
  private final Thread thread;
  private volatile boolean closing;

  /**
   * Subscribes them.
   *
   * @param deaf how many of them never read
   */
  Subscribers(int port, Town town, int count, int deaf) throws IOException {
    for (int i = 0; i < count; i++) {
      SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
      String request =
          "GET /api/v1/limits?site=%s HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
              .formatted(Town.name(i % town.sites()));
      channel.write(ByteBuffer.wrap(request.getBytes(UTF_8)));
      channel.configureBlocking(false);
      channels.add(channel);
      if (i >= deaf) {
        channel.register(selector, SelectionKey.OP_READ);
      }
    }
    thread = Thread.ofPlatform().name("subscribers").daemon().start(this::run);
  }

  /** What was read of all of them. */
  long bytes() {
    return bytes.get();
  }

  private void run() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    try {
      while (!closing) {
        selector.select(100);
        for (SelectionKey key : selector.selectedKeys()) {
          buffer.clear();
          int read = ((SocketChannel) key.channel()).read(buffer);
          if (read < 0) {
            key.cancel();
          } else {
            bytes.addAndGet(read);
          }
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    Threads.join(thread);
    for (SocketChannel channel : channels) {
      channel.close();
    }
    selector.close();
  }
}
