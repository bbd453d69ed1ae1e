package dev.headroom.allocator.stream;

import dev.headroom.allocator.metric.AllocatorMetrics;
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
 * site-proposals ─────────────┐              ┌─▶ limits (allocations, leases)
 * sites ────────▶ [store] ────┤              ├─▶ sites
 * evse-states ──▶ [store] ────┼──▶ allocate ─┼─▶ demand
 * ceilings ─────▶ [store] ────┤        │     └─▶ dead-letters
 * meter-readings ─────────────┘ [control-state] ─▶ its changelog
 * </pre>
 *
 * <p>Sources carry raw bytes: what they say is read inside, so that a poison record is refused and
 * not the end of the task. The stores are their topics' own contents; standbys keep them warm, and
 * a task begins when they are restored. Readings are current or worthless, so they are not stored.
 * What control has found out by watching is stored in a changelog of our own.
 */
public final class AllocatorTopology {

  /** Raised with every change to nodes or stores: a group of the streams protocol keeps its own. */
  static final int VERSION = 2;

  static final String ALLOCATE = "allocate";
  static final String SITES_STORE = "sites-store";
  static final String STATES_STORE = "evse-states-store";
  static final String CEILINGS_STORE = "ceilings-store";
  static final String CONTROL_STORE = AllocatorMetrics.CONTROL_STATE;
  static final String LIMITS = "limits";
  static final String SITES_OUT = "accepted-sites";
  static final String DEMAND = "demand";
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
    topology.addStateStore(controlStore(workshop.layout().replication()), ALLOCATE);
    sink(topology, LIMITS, Topic.LIMITS);
    sink(topology, SITES_OUT, Topic.SITES);
    sink(topology, DEMAND, Topic.DEMAND);
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

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> controlStore(short replication) {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(CONTROL_STORE), Serdes.Bytes(), Serdes.ByteArray())
        .withLoggingEnabled(Topic.changelog(replication));
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
