package dev.headroom.allocator.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** How far each partition of a topic has been read, and who waits for that. */
final class ReadUpTo {

  private record Awaited(int partition, long offset, CompletableFuture<Void> read) {}

  static final long NOTHING = -1;

  private final Map<Integer, Long> offsets = new ConcurrentHashMap<>();
  private final List<Awaited> awaited = new ArrayList<>();
  private volatile boolean wentBack;

  /** The offset read last; {@link #NOTHING} before the first. */
  long of(int partition) {
    return offsets.getOrDefault(partition, NOTHING);
  }

  /** Whether an offset was ever lower than one before: the topic is not the one it was. */
  boolean wentBack() {
    return wentBack;
  }

  /** Everything up to and with this offset has been seen, and told to whoever listens. */
  void read(int partition, long offset) {
    Long before = offsets.put(partition, offset);
    if (before != null && before > offset) {
      wentBack = true;
    }
    complete(partition, offset);
  }

  private void complete(int partition, long offset) {
    List<Awaited> done;
    synchronized (awaited) {
      done = awaited.stream().filter(a -> a.partition == partition && a.offset <= offset).toList();
      awaited.removeAll(done);
    }
    done.forEach(a -> a.read.complete(null));
  }

  /** Completes when everything up to and with this offset has been seen. */
  CompletableFuture<Void> whenRead(int partition, long offset) {
    CompletableFuture<Void> read = new CompletableFuture<>();
    Awaited waiting = new Awaited(partition, offset, read);
    synchronized (awaited) {
      awaited.add(waiting);
    }
    complete(partition, of(partition));
    return read;
  }

  /** Nobody waits for this any more. */
  void forget(CompletableFuture<Void> read) {
    synchronized (awaited) {
      awaited.removeIf(waiting -> waiting.read == read);
    }
  }
}
