package dev.headroom.trial.load;

import dev.headroom.trial.process.Threads;
import dev.headroom.trial.report.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from now on and times its records from the readings they rest on. */
final class Echo implements AutoCloseable {

  /** What a record of the topic says, if it is one to be timed. */
  interface Decoder {
    Optional<Answer> decode(ConsumerRecord<byte[], byte[]> record);
  }

  /** A site and the reading that its record rests on; empty if it rests on none. */
  record Answer(String site, Optional<Instant> readAt) {}

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Decoder decoder;
  private final Thread thread;
  private Samples latencies = new Samples();
  private final Map<String, Instant> first = new HashMap<>();
  private volatile boolean closing;

  Echo(String servers, String topic, int partitions, Decoder decoder) {
    this.decoder = decoder;
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers, "fetch.max.wait.ms", 20),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> all =
        IntStream.range(0, partitions).mapToObj(it -> new TopicPartition(topic, it)).toList();
    consumer.assign(all);
    consumer.seekToEnd(all);
    all.forEach(consumer::position);
    thread = Thread.ofPlatform().name("echo").daemon().start(this::run);
  }

  private void run() {
    while (!closing) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(20))) {
        decoder.decode(record).ifPresent(answer -> note(answer, Instant.now()));
      }
    }
    consumer.close();
  }

  private synchronized void note(Answer answer, Instant now) {
    first.putIfAbsent(answer.site(), now);
    answer.readAt().ifPresent(at -> latencies.add(Duration.between(at, now)));
  }

  /** Forgets everything, to begin anew. */
  synchronized void begin() {
    latencies = new Samples();
    first.clear();
  }

  /** What was timed since it began; what comes from now on goes elsewhere. */
  synchronized Samples take() {
    Samples taken = latencies;
    latencies = new Samples();
    return taken;
  }

  /** How many sites were answered since it began. */
  synchronized int sites() {
    return first.size();
  }

  @Override
  public void close() {
    closing = true;
    Threads.join(thread);
  }
}
