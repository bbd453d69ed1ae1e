package dev.headroom.ingest;

import dev.headroom.ingest.coap.CoapListener;
import dev.headroom.ingest.credentials.CredentialStore;
import dev.headroom.ingest.credentials.Credentials;
import dev.headroom.ingest.metrics.IngestMetrics;
import dev.headroom.ingest.publish.LaneLimits;
import dev.headroom.ingest.publish.MeterLanes;
import dev.headroom.ingest.publish.ReadingIntake;
import dev.headroom.ingest.reading.PackReader;
import io.opentelemetry.api.trace.Tracer;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The parts of the service put together, from broker to socket; started and stopped as one. */
final class MeterIngest implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(MeterIngest.class);

  private final BrokerConnection broker;
  private final IngestMetrics metrics;
  private final MeterLanes lanes;
  private final CoapListener listener;
  private final ScheduledExecutorService chores =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ingest-chores").factory());

  /** Opens the sockets last: what is heard can be sent on. */
  MeterIngest(
      IngestConfig config,
      Map<String, Object> kafka,
      IngestMetrics metrics,
      Tracer tracer,
      InstantSource clock) {
    this.metrics = metrics;
    IngestConfig.Readings readings = config.readings();
    Optional<CredentialStore> credentials = config.meters().file().map(CredentialStore::new);
    credentials.ifPresent(store -> store.refresh(none -> {}));
    broker = BrokerConnection.open(kafka, config.topics(), readings.brokerPatience());
    lanes =
        new MeterLanes(
            new LaneLimits(readings.inFlight(), readings.waiting(), readings.orderMemory()),
            broker.readings(tracer));
    listener =
        new CoapListener(
            sockets(config.coap()),
            () -> credentials.map(CredentialStore::current).orElse(Credentials.NONE),
            new ReadingIntake(new PackReader(readings.clockTolerance()), lanes, clock),
            metrics);
    describe(metrics, lanes, credentials);
    every(readings.orderMemory().toMillis(), () -> lanes.sweep(clock.instant()));
    credentials.ifPresent(
        store ->
            every(config.meters().refresh().toMillis(), () -> store.refresh(listener::disconnect)));
    if (credentials.isEmpty()) {
      LOG.warn("headroom.meters.file is not set: no meter has a key");
    }
  }

  private static CoapListener.Sockets sockets(IngestConfig.Coap coap) {
    return new CoapListener.Sockets(
        coap.host(), coap.securePort(), coap.plainPort(), coap.maxPeers(), coap.acknowledgeAfter());
  }

  private static void describe(
      IngestMetrics metrics, MeterLanes lanes, Optional<CredentialStore> credentials) {
    metrics.gauge("headroom.readings.in.flight", "Packs not answered yet", lanes::underWay);
    metrics.gauge("headroom.meters.heard", "Meters heard lately", lanes::meters);
    credentials.ifPresent(
        store -> {
          metrics.gauge(
              "headroom.meters.known", "Meters with a key", () -> store.current().keys().size());
          metrics.gauge(
              "headroom.meters.file.faults", "Wrong lines in the file of keys", store::faults);
        });
  }

  private void every(long millis, Runnable chore) {
    chores.scheduleWithFixedDelay(
        () -> {
          try {
            chore.run();
          } catch (RuntimeException failed) {
            LOG.error("A chore failed and is tried again", failed);
          }
        },
        millis,
        millis,
        TimeUnit.MILLISECONDS);
  }

  void start() {
    listener.start();
    LOG.infof("Meters are heard at coaps://%s", shown(listener.secureAddress()));
    listener.plainAddress().ifPresent(it -> LOG.warnf("Anybody is heard at coap://%s", shown(it)));
  }

  private static String shown(java.net.InetSocketAddress address) {
    return address.getHostString() + ":" + address.getPort();
  }

  IngestMetrics metrics() {
    return metrics;
  }

  /** Packs between arrival and answer, and the meters heard lately. */
  MeterLanes lanes() {
    return lanes;
  }

  CoapListener listener() {
    return listener;
  }

  BrokerConnection broker() {
    return broker;
  }

  /** Stops hearing first, then sends what was heard. */
  @Override
  public void close() {
    chores.shutdownNow();
    listener.close();
    broker.close();
  }
}
