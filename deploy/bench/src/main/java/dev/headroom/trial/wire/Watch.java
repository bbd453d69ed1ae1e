package dev.headroom.trial.wire;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.topic.Topic;
import dev.headroom.trial.process.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the limits topic as a gateway does, and keeps what came and what was believed. */
public final class Watch implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(20);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Fence fence = new Fence();
  private final int partitions;
  private final List<Heard> heard = new ArrayList<>();
  private final Map<Integer, Duration> leastLeft = new TreeMap<>();
  private final Map<Integer, String> owners = new TreeMap<>();
  private final List<Consumer<Heard.Limits>> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean closing;

  public Watch(String servers, int partitions) {
    this.partitions = partitions;
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers, "fetch.max.wait.ms", 20),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> all =
        IntStream.range(0, partitions)
            .mapToObj(it -> new TopicPartition(Topic.LIMITS.topicName(), it))
            .toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
    thread = Thread.ofPlatform().name("watch").daemon().unstarted(this::run);
  }

  /** Hears each allocation that is believed, on the reader's thread. */
  public void listen(Consumer<Heard.Limits> listener) {
    listeners.add(listener);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    while (!closing) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LOOK)) {
        if (record.value() != null) {
          take(record, Instant.now());
        }
      }
      lookAtLeases(Instant.now());
    }
    consumer.close();
  }

  private void take(ConsumerRecord<byte[], byte[]> record, Instant now) {
    switch (Codecs.LIMITS.decode(record.value())) {
      case LimitsRecord.SiteLimits limits -> {
        Heard.Limits one;
        synchronized (this) {
          Fence.Verdict verdict = fence.judge(limits.allocation(), record.partition());
          one = new Heard.Limits(now, record.partition(), limits.allocation(), verdict);
          heard.add(one);
        }
        if (one.verdict() == Fence.Verdict.ACCEPTED) {
          listeners.forEach(listener -> listener.accept(one));
        }
      }
      case LimitsRecord.OwnerLease lease -> take(lease, record.offset(), now);
    }
  }

  private synchronized void take(LimitsRecord.OwnerLease lease, long offset, Instant now) {
    boolean believed = fence.renewed(lease, offset, now);
    if (believed) {
      owners.put(lease.partition(), lease.instance());
    }
    long epoch = lease.epoch().orElse(offset);
    heard.add(new Heard.Owner(now, lease.partition(), epoch, lease, believed));
  }

  private synchronized void lookAtLeases(Instant now) {
    for (int partition = 0; partition < partitions; partition++) {
      leastLeft.merge(partition, fence.left(partition, now), Watch::lesser);
    }
  }

  private static Duration lesser(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Forgets what was heard, to begin a new measurement. */
  public synchronized void begin() {
    heard.clear();
    leastLeft.clear();
  }

  /** Everything heard since it began. */
  public synchronized List<Heard> heard() {
    return List.copyOf(heard);
  }

  /** The least that any lease had left since it began; not positive: it was over. */
  public synchronized Duration leastLeft() {
    return leastLeft.values().stream().reduce(Watch::lesser).orElse(Duration.ZERO);
  }

  /** Who owns each partition now. */
  public synchronized Map<Integer, String> owners() {
    return Map.copyOf(owners);
  }

  public synchronized Map<Integer, Long> epochs() {
    Map<Integer, Long> epochs = new TreeMap<>();
    IntStream.range(0, partitions).forEach(it -> epochs.put(it, fence.epochOf(it)));
    return epochs;
  }

  /** Whether every partition's lease holds now, each by one of these instances. */
  public synchronized boolean ownedBy(java.util.Set<String> instances) {
    Instant now = Instant.now();
    return IntStream.range(0, partitions)
        .allMatch(
            it ->
                fence.left(it, now).isPositive()
                    && instances.contains(owners.getOrDefault(it, "")));
  }

  @Override
  public void close() {
    closing = true;
    Threads.join(thread);
  }
}
