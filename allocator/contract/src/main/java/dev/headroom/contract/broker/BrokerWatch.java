package dev.headroom.contract.broker;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the broker every second whether it is there, on a thread of its own: a health check that
 * asks by itself would hang for as long as the broker does.
 */
public final class BrokerWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String servers;
  private final Map<String, Object> settings;
  private final InstantSource clock;
  private final Thread thread;
  private volatile BrokerState state = new BrokerState.Unasked();

  /** One for these clients' settings: addresses and security; not started yet. */
  public BrokerWatch(Map<String, Object> kafka, InstantSource clock) {
    this.servers = String.valueOf(kafka.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
    this.settings = new HashMap<>(kafka);
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("broker-watch").daemon().unstarted(this::watch);
    settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "broker-watch");
    settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2000L);
  }

  /** Begins to ask. */
  public void start() {
    thread.start();
  }

  public BrokerState state() {
    return state;
  }

  /** Whether it answered when last asked. */
  public boolean reachable() {
    return state instanceof BrokerState.Reachable;
  }

  /** Whether it did not answer when last asked. Before the first question nobody knows. */
  public boolean lost() {
    return state instanceof BrokerState.Lost;
  }

  /** Which broker and what is known of it, in words for a health check. */
  public Map<String, String> told() {
    Map<String, String> told = new LinkedHashMap<>(state.told());
    told.put("broker.servers", servers);
    return told;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void watch() {
    try (Admin admin = Admin.create(settings)) {
      while (!Thread.currentThread().isInterrupted()) {
        ask(admin);
        Thread.sleep(BETWEEN_QUESTIONS);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (KafkaException unusable) {
      lost(unusable);
    }
  }

  private void ask(Admin admin) throws InterruptedException {
    int millis = Math.toIntExact(PATIENCE.toMillis());
    try {
      admin
          .describeCluster(new DescribeClusterOptions().timeoutMs(millis))
          .clusterId()
          .get(millis, TimeUnit.MILLISECONDS);
      if (!reachable()) {
        state = new BrokerState.Reachable(clock.instant());
        LOG.info("the broker at {} answers", servers);
      }
    } catch (ExecutionException failed) {
      lost(failed.getCause() == null ? failed : failed.getCause());
    } catch (TimeoutException silent) {
      lost(new TimeoutException("no answer within " + PATIENCE));
    }
  }

  private void lost(Throwable why) {
    String error = String.valueOf(why.getMessage());
    if (state instanceof BrokerState.Lost before) {
      state = new BrokerState.Lost(before.since(), error);
    } else {
      state = new BrokerState.Lost(clock.instant(), error);
      LOG.warn("the broker at {} does not answer: {}", servers, error);
    }
  }
}
