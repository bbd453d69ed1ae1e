package dev.headroom.allocator.stream;

import dev.headroom.allocator.intake.Arrival;
import dev.headroom.allocator.intake.Delivery;
import dev.headroom.allocator.intake.Intake;
import dev.headroom.allocator.partition.Tables;
import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.Topic;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The compacted topics of a partition out of their stores. Bytes that are no use were dead-lettered
 * when they came in; here they are skipped. A state that opened its connection carries no epoch and
 * a store knows no offsets, so it counts from epoch 0: any later state of that EVSE replaces it.
 */
final class StoredTables implements Tables {

  private final int partition;
  private final Intake intake;
  private final InstantSource clock;
  private final ReadOnlyKeyValueStore<Bytes, byte[]> sites;
  private final ReadOnlyKeyValueStore<Bytes, byte[]> states;
  private final ReadOnlyKeyValueStore<Bytes, byte[]> ceilings;

  StoredTables(
      int partition,
      Intake intake,
      InstantSource clock,
      ReadOnlyKeyValueStore<Bytes, byte[]> sites,
      ReadOnlyKeyValueStore<Bytes, byte[]> states,
      ReadOnlyKeyValueStore<Bytes, byte[]> ceilings) {
    this.partition = partition;
    this.intake = intake;
    this.clock = clock;
    this.sites = sites;
    this.states = states;
    this.ceilings = ceilings;
  }

  @Override
  public List<Arrival> sites() {
    return read(Topic.SITES, sites.all());
  }

  @Override
  public List<Arrival> inputsOf(String site) {
    String prefix = Keys.child(site, "");
    List<Arrival> inputs = new ArrayList<>();
    inputs.addAll(read(Topic.EVSE_STATES, states.prefixScan(prefix, new StringSerializer())));
    inputs.addAll(read(Topic.CEILINGS, ceilings.prefixScan(prefix, new StringSerializer())));
    return inputs;
  }

  private List<Arrival> read(Topic topic, KeyValueIterator<Bytes, byte[]> entries) {
    List<Arrival> arrivals = new ArrayList<>();
    try (entries) {
      entries.forEachRemaining(
          entry ->
              arrivals.add(
                  intake.read(
                      new Delivery(
                          topic,
                          partition,
                          0,
                          Optional.of(entry.key.get()),
                          Optional.of(entry.value),
                          clock.instant()))));
    }
    return arrivals;
  }
}
