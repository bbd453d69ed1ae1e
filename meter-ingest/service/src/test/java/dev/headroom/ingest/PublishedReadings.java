package dev.headroom.ingest;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.reading.MeterReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is on the topic, as a reader of it finds it. */
final class PublishedReadings implements AutoCloseable {

  private final KafkaConsumer<String, MeterReading> consumer;
  private final List<MeterReading> seen = new ArrayList<>();

  PublishedReadings(String bootstrapServers) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            Codecs.METER_READING.deserializer());
    consumer.subscribe(List.of(Topic.METER_READINGS.topicName()));
  }

  /** All of one meter so far; looks once. */
  List<MeterReading> of(String meter) {
    consumer
        .poll(Duration.ofMillis(200))
        .forEach(
            record -> {
              MeterReading reading = record.value();
              String name = reading.site() + "/" + reading.meter();
              if (!record.key().equals(name)
                  || record.partition() != SitePartitioner.partitionOf(record.key(), 8)) {
                throw new AssertionError("record in the wrong place: " + record);
              }
              seen.add(reading);
            });
    return seen.stream().filter(it -> (it.site() + "/" + it.meter()).equals(meter)).toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
