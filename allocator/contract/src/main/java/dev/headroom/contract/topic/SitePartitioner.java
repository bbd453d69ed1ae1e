package dev.headroom.contract.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * All records of a site go to one partition: murmur2 over the UTF-8 of the key up to {@code /},
 * which for plain site keys is Kafka's own default. Owner records go to the partition they name.
 */
public final class SitePartitioner implements Partitioner {

  /**
   * Where this key lives.
   *
   * @throws IllegalArgumentException if an owner key names a partition that is not there
   */
  public static int partitionOf(String key, int partitions) {
    if (Keys.isOwner(key)) {
      int partition = Keys.ownedPartition(key);
      if (partition >= partitions) {
        throw new IllegalArgumentException(
            "'" + key + "' names a partition outside 0 to " + (partitions - 1));
      }
      return partition;
    }
    return Utils.toPositive(Utils.murmur2(Keys.siteOf(key).getBytes(UTF_8))) % partitions;
  }

  @Override
  public int partition(
      String topic,
      @Nullable Object key,
      byte @Nullable [] keyBytes,
      @Nullable Object value,
      byte @Nullable [] valueBytes,
      Cluster cluster) {
    if (keyBytes == null) {
      throw new IllegalArgumentException("a record for " + topic + " has no key, so no site");
    }
    return partitionOf(new String(keyBytes, UTF_8), cluster.partitionsForTopic(topic).size());
  }

  @Override
  public void configure(Map<String, ?> configs) {
    // The rule is part of the contract; nothing of it can be configured.
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
