package dev.headroom.contract.table;

import dev.headroom.contract.codec.Codec;
import dev.headroom.contract.codec.MalformedRecord;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.contract.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A compacted topic as a table in memory: every partition, from the beginning, on a thread of its
 * own and without a group. It is ready once it has read what the topic held when it started. A lost
 * broker is waited for; records that cannot be read are counted and skipped, and the value before
 * stays.
 *
 * <p>Reading methods may be called from any thread; the listener is called on the table's.
 */
public final class CompactedTable<V> implements AutoCloseable {

  /** Hears of every change, in the order of each partition. Called on the table's thread. */
  @FunctionalInterface
  public interface Listener<V> {

    void changed(Entry<V> entry);

    /** A record that was skipped; by default that is only logged and counted. */
    default void skipped(ConsumerRecord<String, byte[]> record, String reason) {}
  }

  /**
   * A change.
   *
   * @param value empty if the key was deleted
   * @param headers of the record, such as its {@code traceparent}
   * @param receivedAt our clock when it was read, also for records from before the start
   */
  public record Entry<V>(
      String key,
      Optional<V> value,
      int partition,
      long offset,
      Headers headers,
      Instant receivedAt) {}

  private static final Logger LOG = LoggerFactory.getLogger(CompactedTable.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration BEFORE_RETRY = Duration.ofMillis(500);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Topic topic;
  private final Codec<V> codec;
  private final Listener<V> listener;
  private final TableReader reader;
  private final Thread thread;
  private final Map<String, V> values = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
  private final AtomicLong skipped = new AtomicLong();
  private volatile OptionalLong behind = OptionalLong.empty();
  private volatile boolean closing;

  /**
   * A table that does not read yet.
   *
   * @param kafkaConfig of the consumer: {@code bootstrap.servers}, security
   */
  public CompactedTable(
      Map<String, Object> kafkaConfig, Topic topic, Codec<V> codec, Listener<V> listener) {
    if (!topic.compacted()) {
      throw new IllegalArgumentException(topic.topicName() + " is not compacted");
    }
    this.topic = topic;
    this.codec = codec;
    this.listener = listener;
    this.reader = new TableReader(new HashMap<>(kafkaConfig), topic.topicName());
    this.thread =
        Thread.ofPlatform().name("table-" + topic.topicName()).daemon().unstarted(this::run);
  }

  /** Begins to read. */
  public void start() {
    thread.start();
  }

  /** Whether all that the topic held at the start has been read. */
  public boolean ready() {
    return caughtUp.isDone() && !caughtUp.isCompletedExceptionally();
  }

  /** Completes when {@link #ready}; with an exception if closed before. */
  public CompletionStage<Void> caughtUp() {
    return caughtUp.minimalCompletionStage();
  }

  /** How many records the topic holds that were not read yet; empty while nobody knows. */
  public OptionalLong behind() {
    return behind;
  }

  /** How far it has read, in words. */
  public String progress() {
    String read = ready() ? "read" : "being read";
    return behind.isPresent()
        ? read + ", %d records behind".formatted(behind.getAsLong())
        : read + ", nobody knows how far behind";
  }

  public Topic topic() {
    return topic;
  }

  public Map<String, V> snapshot() {
    return Map.copyOf(values);
  }

  public Optional<V> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** How many records could not be used, or made the listener fail. */
  public long skipped() {
    return skipped.get();
  }

  /** Stops within a few seconds, whatever the broker does. */
  @Override
  public void close() {
    closing = true;
    reader.wakeup();
    try {
      if (thread.isAlive() && !thread.join(CLOSING)) {
        LOG.warn("{} did not end within {}; left behind", thread.getName(), CLOSING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    caughtUp.completeExceptionally(new IllegalStateException("the table was closed"));
  }

  private void run() {
    while (!closing) {
      try {
        reader.open();
        readUntilClosed();
      } catch (WakeupException e) {
        LOG.debug("{} was woken to close", topic.topicName());
      } catch (RuntimeException e) {
        behind = OptionalLong.empty();
        LOG.warn("reading {} failed, trying again: {}", topic.topicName(), e.toString());
        pause();
      } finally {
        reader.close();
      }
    }
  }

  private void readUntilClosed() {
    while (!closing) {
      var records = reader.poll(POLL);
      Instant now = Instant.now();
      records.forEach(record -> apply(record, now));
      behind = reader.behind();
      if (!caughtUp.isDone() && reader.atStartingEnd()) {
        caughtUp.complete(null);
        LOG.info("{} is read: {} keys", topic.topicName(), values.size());
      }
    }
  }

  private void apply(ConsumerRecord<String, byte[]> record, Instant now) {
    Entry<V> entry;
    try {
      entry = entry(record, now);
    } catch (MalformedRecord | IllegalArgumentException e) {
      skip(record, String.valueOf(e.getMessage()));
      return;
    }
    entry
        .value()
        .ifPresentOrElse(value -> values.put(entry.key(), value), () -> values.remove(entry.key()));
    tell(record, () -> listener.changed(entry));
  }

  private void tell(ConsumerRecord<String, byte[]> record, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      skipped.incrementAndGet();
      LOG.error("the listener of {} failed on '{}'", topic.topicName(), record.key(), e);
    }
  }

  private Entry<V> entry(ConsumerRecord<String, byte[]> record, Instant now) {
    if (record.key() == null) {
      throw new MalformedRecord("a record without a key");
    }
    if (SitePartitioner.partitionOf(record.key(), reader.partitions()) != record.partition()) {
      throw new MalformedRecord("'" + record.key() + "' is on the wrong partition");
    }
    Optional<V> value = Optional.ofNullable(record.value()).map(codec::decode);
    return new Entry<>(
        record.key(), value, record.partition(), record.offset(), record.headers(), now);
  }

  private void skip(ConsumerRecord<String, byte[]> record, String reason) {
    skipped.incrementAndGet();
    LOG.warn(
        "skipped {}-{}@{}: {}", topic.topicName(), record.partition(), record.offset(), reason);
    tell(record, () -> listener.skipped(record, reason));
  }

  private void pause() {
    try {
      Thread.sleep(BEFORE_RETRY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    }
  }
}
