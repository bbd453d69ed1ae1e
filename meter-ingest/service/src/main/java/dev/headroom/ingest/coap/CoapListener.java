package dev.headroom.ingest.coap;

import dev.headroom.ingest.credentials.Credentials;
import dev.headroom.ingest.metrics.IngestMetrics;
import dev.headroom.ingest.publish.ReadingIntake;
import dev.headroom.ingest.reading.MeterIdentity;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.Endpoint;
import org.eclipse.californium.core.server.resources.Resource;
import org.eclipse.californium.elements.auth.PreSharedKeyIdentity;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.util.Filter;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.jboss.logging.Logger;

/** The sockets meters send to. */
public final class CoapListener implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(CoapListener.class);

  private final CoapServer server;
  private final DTLSConnector connector;
  private final Endpoint secure;
  private final Optional<Endpoint> plain;
  private final ScheduledThreadPoolExecutor timer;

  /**
   * Where to listen, and on how many peers.
   *
   * @param plainPort where no key is asked for; usually none
   */
  public record Sockets(
      String host, int securePort, OptionalInt plainPort, int maxPeers, Duration acknowledgeAfter) {

    private InetSocketAddress address(int port) {
      return new InetSocketAddress(host, port);
    }
  }

  public CoapListener(
      Sockets sockets,
      Supplier<Credentials> credentials,
      ReadingIntake intake,
      IngestMetrics metrics) {
    Configuration settings = CoapSettings.of(sockets.maxPeers());
    timer =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("coap-ack").factory());
    timer.setRemoveOnCancelPolicy(true);
    connector =
        new DTLSConnector(
            DtlsConnectorConfig.builder(settings)
                .setAddress(sockets.address(sockets.securePort()))
                .setAdvancedPskStore(new MeterKeys(credentials, metrics::countUnknownIdentity))
                .setSessionListener(new HandshakeListener(metrics::count))
                .build());
    secure = CoapEndpoint.builder().setConfiguration(settings).setConnector(connector).build();
    plain =
        sockets.plainPort().stream()
            .mapToObj(port -> plainEndpoint(settings, sockets.address(port)))
            .findFirst();
    server = new QuietServer(settings);
    server.addEndpoint(secure);
    plain.ifPresent(server::addEndpoint);
    server.add(
        new ReadingsResource(
            new ReadingsResource.Parts(
                intake,
                meter -> credentials.get().keyOf(meter).isPresent(),
                metrics::count,
                timer,
                sockets.acknowledgeAfter())));
  }

  private static Endpoint plainEndpoint(Configuration settings, InetSocketAddress address) {
    return CoapEndpoint.builder().setConfiguration(settings).setInetSocketAddress(address).build();
  }

  /**
   * Binds the sockets.
   *
   * @throws IllegalStateException naming the one that can't be had; then none is
   */
  public void start() {
    try {
      server.start();
    } catch (IllegalStateException none) {
      LOG.debug("No socket could be bound", none);
    }
    // Californium is content with one of two.
    if (!listening()) {
      List<URI> missing =
          server.getEndpoints().stream()
              .filter(it -> !it.isStarted())
              .map(Endpoint::getUri)
              .toList();
      close();
      throw new IllegalStateException("cannot listen at " + missing + "; is the port taken?");
    }
  }

  /** Whether every socket asked for is bound. */
  public boolean listening() {
    return secure.isStarted() && plain.map(Endpoint::isStarted).orElse(true);
  }

  public InetSocketAddress secureAddress() {
    return secure.getAddress();
  }

  public Optional<InetSocketAddress> plainAddress() {
    return plain.map(Endpoint::getAddress);
  }

  /** Ends the sessions of these meters: their keys are void. */
  public void disconnect(Set<MeterIdentity> meters) {
    Set<String> names = meters.stream().map(MeterIdentity::toString).collect(Collectors.toSet());
    Filter<Principal> theirs =
        principal ->
            principal instanceof PreSharedKeyIdentity known && names.contains(known.getIdentity());
    connector.startTerminateConnectionsForPrincipal(theirs, true);
  }

  @Override
  public void close() {
    server.destroy();
    timer.shutdownNow();
  }

  /** Without the banner at the root: nothing here answers at more length than it was asked. */
  private static final class QuietServer extends CoapServer {
    QuietServer(Configuration settings) {
      super(settings);
    }

    @Override
    protected Resource createRoot() {
      return new CoapResource("", false);
    }
  }
}
