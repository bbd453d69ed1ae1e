package dev.headroom.allocator.demand;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.codec.MalformedRecord;
import dev.headroom.contract.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the demand topic back, one partition after the other on a thread of its own: nobody waits
 * for it but windows that just ended.
 */
public final class KafkaTold implements Told, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaTold.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Map<String, Object> settings;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("demand-reader").daemon().factory());

  /** The reader's alone. */
  private Optional<KafkaConsumer<byte[], byte[]>> consumer = Optional.empty();

  /** By these clients' settings: servers and security. */
  public KafkaTold(Map<String, Object> kafka, String instance) {
    settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, instance + "-demand");
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
  }

  @Override
  public CompletableFuture<Set<String>> on(int partition, Instant since) {
    return CompletableFuture.supplyAsync(
        () -> read(new TopicPartition(Topic.DEMAND.topicName(), partition), since), reader);
  }

  private Set<String> read(TopicPartition partition, Instant since) {
    KafkaConsumer<byte[], byte[]> reading = consumer.orElseGet(this::connect);
    try {
      return read(reading, partition, since);
    } catch (KafkaException e) {
      consumer = Optional.empty();
      reading.close(CloseOptions.timeout(Duration.ZERO));
      throw e;
    }
  }

  private KafkaConsumer<byte[], byte[]> connect() {
    var connected =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer = Optional.of(connected);
    return connected;
  }

  private static Set<String> read(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, Instant since) {
    Set<String> identities = new HashSet<>();
    consumer.assign(List.of(partition));
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    Optional<OffsetAndTimestamp> from =
        Optional.ofNullable(
            consumer.offsetsForTimes(Map.of(partition, since.toEpochMilli())).get(partition));
    consumer.seek(partition, from.map(OffsetAndTimestamp::offset).orElse(end));
    Instant deadline = Instant.now().plus(PATIENCE);
    while (consumer.position(partition) < end) {
      if (Instant.now().isAfter(deadline)) {
        throw new TimeoutException(partition + " could not be read within " + PATIENCE);
      }
      consumer
          .poll(Duration.ofMillis(200))
          .forEach(record -> identity(record.value()).ifPresent(identities::add));
    }
    LOG.debug("{} windows were told on {} since {}", identities.size(), partition, since);
    return identities;
  }

  private static Optional<String> identity(byte[] value) {
    try {
      return Optional.of(Codecs.DEMAND.decode(value).identity());
    } catch (MalformedRecord nobodysWindow) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    reader.execute(() -> consumer.ifPresent(it -> it.close(CloseOptions.timeout(Duration.ZERO))));
    reader.shutdown();
  }
}
