package dev.headroom.allocator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.contract.topic.SitePartitioner;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Every producer's rule for Kafka Streams' sinks. What names no partition goes to the first. */
final class BySite implements StreamPartitioner<byte[], byte[]> {

  @Override
  public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int partitions) {
    return Optional.of(Set.of(partitionOf(key, partitions)));
  }

  private static int partitionOf(byte[] key, int partitions) {
    try {
      return key == null ? 0 : SitePartitioner.partitionOf(new String(key, UTF_8), partitions);
    } catch (IllegalArgumentException namesNone) {
      return 0;
    }
  }
}
