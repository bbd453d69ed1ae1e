package dev.headroom.dr;

import dev.headroom.contract.codec.Codec;
import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.contract.table.CompactedTable;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.ceiling.Ceiling;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** The others on the broker: the allocator that accepts sites and reads ceilings. */
final class Topics implements AutoCloseable {

  private final Map<String, Object> kafka;
  private final CompactedTable<Ceiling> ceilings;

  Topics(String bootstrapServers) {
    kafka = Map.of("bootstrap.servers", bootstrapServers);
    ceilings = new CompactedTable<>(kafka, Topic.CEILINGS, Codecs.CEILING, entry -> {});
    ceilings.start();
  }

  Optional<Ceiling> ceiling(String key) {
    return ceilings.get(key);
  }

  void acceptSite(String name) {
    SiteFile file =
        SiteYaml.read(
            name + ".yaml",
            """
            apiVersion: headroom.dev/v1
            kind: Site
            metadata:
              name: %s
            spec:
              supply: 208Y/120
              circuits:
                - name: service
                  breakerAmps: 400
                  worstCaseBaseAmps: 100
                  meter: {name: main, accuracyPercent: 1}
              evses:
                - name: port-1
                  circuit: service
                  branchBreakerAmps: 40
                  station: CP-%s
                  wiring: L1-L2
                  maximumAmps: 32
            """
                .formatted(name, name));
    if (!(file instanceof SiteFile.Read read)) {
      throw new AssertionError(file.toString());
    }
    write(
        Topic.SITES,
        Codecs.SITE,
        name,
        Optional.of(new SiteRecord(name, 1, Optional.of(read.document()), Optional.empty())));
  }

  /** As if somebody had lost our record. */
  void deleteCeiling(String key) {
    write(Topic.CEILINGS, Codecs.CEILING, key, Optional.empty());
  }

  @SuppressWarnings("NullAway") // Kafka's tombstone is null
  private <T> void write(Topic topic, Codec<T> codec, String key, Optional<T> value) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            kafka.getOrDefault("bootstrap.servers", ""),
            "partitioner.class",
            SitePartitioner.class);
    try (KafkaProducer<String, T> producer =
        new KafkaProducer<>(settings, new StringSerializer(), codec.serializer())) {
      producer.send(new ProducerRecord<>(topic.topicName(), key, value.orElse(null))).get();
    } catch (ExecutionException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    ceilings.close();
  }
}
