package dev.headroom.allocator.stream;

import dev.headroom.contract.topic.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The allocator's one sub-topology, a task for each partition:
 *
 * <pre>
 * site-proposals ─────────────┐           ┌─▶ limits (allocations, leases)
 * sites ────────▶ [store] ────┤           │
 * evse-states ──▶ [store] ────┼▶ allocate ┼─▶ sites
 * ceilings ─────▶ [store] ────┤           │
 * meter-readings ─────────────┘           └─▶ dead-letters
 * </pre>
 *
 * <p>Sources carry raw bytes: what they say is read inside, so that a poison record is refused and
 * not the end of the task. The stores are their topics' own contents; standbys keep them warm, and
 * a task begins when they are restored. Readings are current or worthless, so they are not stored.
 */
public final class AllocatorTopology {

  static final String ALLOCATE = "allocate";
  static final String SITES_STORE = "sites-store";
  static final String STATES_STORE = "evse-states-store";
  static final String CEILINGS_STORE = "ceilings-store";
  static final String LIMITS = "limits";
  static final String SITES_OUT = "accepted-sites";
  static final String DEAD_LETTERS = "dead-letters";

  private static final String PROPOSALS = "site-proposals";
  private static final String READINGS = "meter-readings";
  private static final String SITES = "sites";
  private static final String STATES = "evse-states";
  private static final String CEILINGS = "ceilings";

  private AllocatorTopology() {}

  public static Topology of(Workshop workshop) {
    Topology topology = new Topology();
    table(topology, SITES, Topic.SITES, SITES_STORE);
    table(topology, STATES, Topic.EVSE_STATES, STATES_STORE);
    table(topology, CEILINGS, Topic.CEILINGS, CEILINGS_STORE);
    var key = Serdes.Bytes().deserializer();
    var value = new ByteArrayDeserializer();
    topology.addSource(PROPOSALS, key, value, Topic.SITE_PROPOSALS.topicName());
    topology.addSource(READINGS, key, value, Topic.METER_READINGS.topicName());
    topology.addProcessor(
        ALLOCATE,
        () -> new AllocatorProcessor(workshop),
        SITES,
        STATES,
        CEILINGS,
        PROPOSALS,
        READINGS);
    topology.connectProcessorAndStateStores(ALLOCATE, SITES_STORE, STATES_STORE, CEILINGS_STORE);
    sink(topology, LIMITS, Topic.LIMITS);
    sink(topology, SITES_OUT, Topic.SITES);
    sink(topology, DEAD_LETTERS, Topic.DEAD_LETTERS);
    return topology;
  }

  /** The source and the mirror that keeps the store; our processor hears the source, too. */
  private static void table(Topology topology, String name, Topic topic, String store) {
    topology.addReadOnlyStateStore(
        store(store),
        name,
        Serdes.Bytes().deserializer(),
        new ByteArrayDeserializer(),
        topic.topicName(),
        "mirror-" + name,
        () -> new TableMirror(store));
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
        .withLoggingDisabled();
  }

  private static void sink(Topology topology, String name, Topic topic) {
    topology.addSink(
        name,
        topic.topicName(),
        new ByteArraySerializer(),
        new ByteArraySerializer(),
        new BySite(),
        ALLOCATE);
  }
}
