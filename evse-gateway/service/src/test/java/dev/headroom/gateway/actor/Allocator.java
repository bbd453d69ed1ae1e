package dev.headroom.gateway.actor;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.limits.LimitsRecord.OwnerLease;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.contract.table.CompactedTable;
import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The allocator as the gateway sees it: records on a real broker. */
public final class Allocator implements AutoCloseable {

  private static final int PARTITIONS = 8;

  private final KafkaProducer<String, byte[]> producer;
  private final CompactedTable<EvseState> states;
  private final List<EvseState> history = new CopyOnWriteArrayList<>();
  private final Map<String, Long> epochs = new HashMap<>();
  private final Map<String, Long> connections = new ConcurrentHashMap<>();
  private final Map<Integer, Long> owned = new HashMap<>();
  private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor();
  private long version;

  public Allocator(String bootstrapServers) {
    Map<String, Object> kafka = new HashMap<>(Map.of("bootstrap.servers", bootstrapServers));
    states =
        new CompactedTable<>(
            new HashMap<>(kafka),
            Topic.EVSE_STATES,
            Codecs.EVSE_STATE,
            entry -> entry.value().ifPresent(state -> hear(entry.key(), state, entry.offset())));
    states.start();
    kafka.put("key.serializer", StringSerializer.class);
    kafka.put("value.serializer", ByteArraySerializer.class);
    kafka.put("partitioner.class", SitePartitioner.class);
    producer = new KafkaProducer<>(kafka);
  }

  private void hear(String evse, EvseState state, long offset) {
    connections.put(evse, state.connectionEpoch().orElse(offset));
    history.add(state);
  }

  /** Accepts a site with one three-phase EVSE of 32 A and a fallback of 6 A, called evse-1. */
  public void accept(String site, String station) {
    String yaml =
        """
        apiVersion: headroom.dev/v1
        kind: Site
        metadata: {name: %s}
        spec:
          supply: 400Y/230
          circuits:
            - {name: service, breakerAmps: 100, worstCaseBaseAmps: 20}
          evses:
            - {name: evse-1, circuit: service, branchBreakerAmps: 40, station: "%s", evseId: 1,
               wiring: L2-L3-L1, maximumAmps: 32, fallbackAmps: 6, tenant: tenant-1}
        """
            .formatted(site, station);
    SiteDocument document =
        switch (SiteYaml.read("test.yaml", yaml)) {
          case SiteFile.Read read -> read.document();
          case SiteFile.Refused refused -> throw new AssertionError(refused.findings());
        };
    version++;
    write(
        Topic.SITES,
        site,
        Codecs.SITE.encode(new SiteRecord(site, version, Optional.of(document), Optional.empty())));
  }

  /**
   * Owns the site's partition and renews the lease until {@link #fallSilent}. It stays the owner of
   * one that it owns for another site.
   */
  public void own(String site, Duration lease) {
    int partition = SitePartitioner.partitionOf(site, PARTITIONS);
    epochs.put(site, owned.computeIfAbsent(partition, it -> own(it, lease)));
  }

  private long own(int partition, Duration lease) {
    renew(partition, OptionalLong.empty(), lease); // an earlier owner's
    long epoch = renew(partition, OptionalLong.empty(), lease);
    renewals.scheduleAtFixedRate(
        () -> renew(partition, OptionalLong.of(epoch), lease), 500, 500, TimeUnit.MILLISECONDS);
    return epoch;
  }

  /** Renews nothing any more. */
  public void fallSilent() {
    renewals.shutdownNow();
  }

  public long epoch(String site) {
    return Objects.requireNonNull(epochs.get(site), site);
  }

  /** Gives evse-1 a limit, knowing what is published of its connection. */
  public Revision limit(String site, long epoch, long sequence, int milliamps) {
    Long known = connections.get(Keys.child(site, "evse-1"));
    OptionalLong connection = known == null ? OptionalLong.empty() : OptionalLong.of(known);
    Reason why = Reason.of(Reason.Kind.FAIR_SHARE);
    Revision revision = new Revision(epoch, sequence);
    Allocation allocation =
        new Allocation(
            site,
            revision,
            1,
            Instant.now(),
            List.of(new EvseLimit("evse-1", milliamps, why, connection)),
            List.of());
    write(Topic.LIMITS, site, Codecs.LIMITS.encode(new LimitsRecord.SiteLimits(allocation)));
    return revision;
  }

  /** The latest state of evse-1. */
  public Optional<EvseState> state(String site) {
    return states.get(Keys.child(site, "evse-1"));
  }

  /** Every state of the site that was published, in order. */
  public List<EvseState> history(String site) {
    return history.stream().filter(state -> state.site().equals(site)).toList();
  }

  private long renew(int partition, OptionalLong epoch, Duration lease) {
    return write(
        Topic.LIMITS,
        Keys.owner(partition),
        Codecs.LIMITS.encode(new OwnerLease(partition, epoch, "test", Instant.now(), lease)));
  }

  /** Writes anything and returns its offset. */
  public long write(Topic topic, String key, byte[] value) {
    try {
      return producer.send(new ProducerRecord<>(topic.topicName(), key, value)).get().offset();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    fallSilent();
    producer.close();
    states.close();
  }
}
