package dev.headroom.trial.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.limits.LimitsRecord.OwnerLease;
import dev.headroom.contract.limits.LimitsRecord.SiteLimits;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.table.CompactedTable;
import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import dev.headroom.trial.process.Threads;
import dev.headroom.trial.wire.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What an allocator writes: the sites, a lease on each partition that it renews every second, and
 * limits whenever it is told to.
 */
final class Owner implements AutoCloseable {

  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final long RENEWAL_NANOS = 1_000_000_000L;

  private final Town town;
  private final KafkaProducer<byte[], byte[]> producer;
  private final List<Long> epochs = new ArrayList<>();
  private final Map<String, Long> connections = new ConcurrentHashMap<>();
  private final CompactedTable<EvseState> states;
  private final Thread renewing;
  private long sequence;
  private volatile boolean closing;

  /** Declares all sites and opens the lease of every partition. */
  Owner(String servers, Town town) throws Exception {
    this.town = town;
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "partitioner.class",
                SitePartitioner.class,
                "linger.ms",
                1),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    states =
        new CompactedTable<>(
            Map.of("bootstrap.servers", servers),
            Topic.EVSE_STATES,
            Codecs.EVSE_STATE,
            entry -> entry.value().ifPresent(it -> hear(entry.key(), it, entry.offset())));
    states.start();
    for (String site : town.names()) {
      SiteRecord record =
          new SiteRecord(site, 1, Optional.of(town.document(site)), Optional.empty());
      send(Topic.SITES, site, Codecs.SITE.encode(record));
    }
    for (int partition = 0; partition < town.partitions(); partition++) {
      epochs.add(lease(partition, OptionalLong.empty()).get().offset());
    }
    producer.flush();
    renewing = Thread.ofPlatform().name("owner").daemon().start(this::renew);
  }

  private void hear(String evse, EvseState state, long offset) {
    connections.put(evse, state.connectionEpoch().orElse(offset));
  }

  private void renew() {
    while (!closing) {
      for (int partition = 0; partition < epochs.size(); partition++) {
        lease(partition, OptionalLong.of(epochs.get(partition)));
      }
      LockSupport.parkNanos(RENEWAL_NANOS);
    }
  }

  private Future<RecordMetadata> lease(int partition, OptionalLong epoch) {
    OwnerLease lease = new OwnerLease(partition, epoch, "bench", Instant.now(), LEASE);
    return send(Topic.LIMITS, Keys.owner(partition), Codecs.LIMITS.encode(lease));
  }

  /** Gives every EVSE of every site this limit, and returns once the broker has all of it. */
  void allot(int milliamps) {
    sequence++;
    Instant now = Instant.now();
    for (String site : town.names()) {
      Revision revision = new Revision(epochs.get(town.partitionOf(site)), sequence);
      LimitsRecord record =
          new SiteLimits(
              new Allocation(site, revision, 1, now, limits(site, milliamps), List.of()));
      send(Topic.LIMITS, site, Codecs.LIMITS.encode(record));
    }
    producer.flush();
  }

  /** They name the connections that they were decided on; on another they would raise nothing. */
  private List<EvseLimit> limits(String site, int milliamps) {
    return IntStream.range(0, town.evses())
        .mapToObj(Town::evse)
        .map(
            evse ->
                new EvseLimit(
                    evse,
                    milliamps,
                    Reason.of(Reason.Kind.RATED_MAXIMUM),
                    connection(Keys.child(site, evse))))
        .toList();
  }

  private OptionalLong connection(String evse) {
    Long known = connections.get(evse);
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }

  private Future<RecordMetadata> send(Topic topic, String key, byte[] value) {
    return producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), value));
  }

  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(renewing);
    Threads.join(renewing);
    states.close();
    producer.close(Duration.ofSeconds(1));
  }
}
