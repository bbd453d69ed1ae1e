package dev.headroom.trial.gateway;

import dev.headroom.trial.process.Part;
import java.io.IOException;
import java.time.Duration;

/**
 * A server with so many connections on which nothing but pings happens.
 *
 * @param heapBytes in use after a full collection
 * @param residentBytes after that
 * @param processors how many it keeps busy
 */
record Rest(int connections, long heapBytes, long residentBytes, double processors) {

  private static final Duration WATCHED = Duration.ofSeconds(8);

  static Rest of(Part server, int connections) throws IOException, InterruptedException {
    Duration before = server.processorTime();
    Thread.sleep(WATCHED.toMillis());
    Duration spent = server.processorTime().minus(before);
    long heap = server.liveHeapBytes();
    return new Rest(
        connections, heap, server.residentBytes(), (double) spent.toNanos() / WATCHED.toNanos());
  }

  /** KiB of heap for each connection that the other has not. */
  double heapKibSince(Rest empty) {
    return (heapBytes - empty.heapBytes) / 1024.0 / (connections - empty.connections);
  }

  /** KiB of resident memory for each connection that the other has not. */
  double residentKibSince(Rest empty) {
    return (residentBytes - empty.residentBytes) / 1024.0 / (connections - empty.connections);
  }
}
