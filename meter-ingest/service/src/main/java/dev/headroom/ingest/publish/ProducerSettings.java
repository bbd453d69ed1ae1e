package dev.headroom.ingest.publish;

import dev.headroom.contract.topic.SitePartitioner;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How the producer of readings differs from Kafka's defaults. */
public final class ProducerSettings {

  private ProducerSettings() {}

  /**
   * Never blocks the caller, keeps the order, and gives a reading up after {@code patience}: a
   * meter sends a fresh one by then.
   */
  public static Map<String, Object> of(Map<String, Object> common, Duration patience) {
    int millis = Math.toIntExact(patience.toMillis());
    Map<String, Object> settings = new HashMap<>(common);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis - 1);
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    // With max.block.ms = 0 the first reading after a quiet night must find the metadata there.
    settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(20).toMillis());
    settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, SitePartitioner.class);
    return settings;
  }
}
