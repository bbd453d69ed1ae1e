package dev.headroom.allocator;

import dev.headroom.contract.topic.SitePartitioner;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The producer of claims and proposals: few records, each at once, none awaited for long. */
final class ControlProducer {

  private ControlProducer() {}

  static Producer<byte[], byte[]> create(Map<String, Object> kafka, String instance) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, instance + "-control");
    settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, SitePartitioner.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5000);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
