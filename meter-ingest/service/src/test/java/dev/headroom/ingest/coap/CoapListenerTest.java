package dev.headroom.ingest.coap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.ingest.credentials.Credentials;
import dev.headroom.ingest.metrics.IngestMetrics;
import dev.headroom.ingest.publish.LaneLimits;
import dev.headroom.ingest.publish.MeterLanes;
import dev.headroom.ingest.publish.ReadingIntake;
import dev.headroom.ingest.reading.PackReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CoapListenerTest {

  @Test
  void namesThePortItCannotHaveAndLeavesTheOtherAlone() throws SocketException {
    try (DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      CoapListener listener = listener(0, OptionalInt.of(other.getLocalPort()));
      assertThatThrownBy(listener::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("coap://127.0.0.1:" + other.getLocalPort());
      assertThat(listener.listening()).isFalse();
    }
  }

  @Test
  void listensWhereItIsTold() {
    try (CoapListener listener = listener(0, OptionalInt.empty())) {
      assertThat(listener.listening()).isFalse();
      listener.start();
      assertThat(listener.listening()).isTrue();
      assertThat(listener.secureAddress().getPort()).isPositive();
      assertThat(listener.plainAddress()).as("not unless asked for").isEmpty();
    }
  }

  private static CoapListener listener(int securePort, OptionalInt plainPort) {
    MeterLanes nowhere =
        new MeterLanes(
            new LaneLimits(1, 1, Duration.ofSeconds(10)),
            pack -> CompletableFuture.completedFuture(null));
    return new CoapListener(
        new CoapListener.Sockets("127.0.0.1", securePort, plainPort, 100, Duration.ofMillis(250)),
        () -> Credentials.NONE,
        new ReadingIntake(new PackReader(Duration.ofSeconds(30)), nowhere, Clock.systemUTC()),
        new IngestMetrics(new SimpleMeterRegistry(), Clock.systemUTC()));
  }
}
