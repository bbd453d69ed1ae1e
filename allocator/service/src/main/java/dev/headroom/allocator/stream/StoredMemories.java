package dev.headroom.allocator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.allocator.memory.Memories;
import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.codec.MalformedRecord;
import dev.headroom.contract.codec.UnknownVersion;
import dev.headroom.contract.state.ControlRecord;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Control states in their store, which its changelog outlives. One that cannot be read is as good
 * as none: its site begins anew.
 */
final class StoredMemories implements Memories {

  private static final Logger LOG = LoggerFactory.getLogger(StoredMemories.class);

  private final int partition;
  private final KeyValueStore<Bytes, byte[]> store;
  private final Sinks sinks;

  StoredMemories(int partition, KeyValueStore<Bytes, byte[]> store, Sinks sinks) {
    this.partition = partition;
    this.store = store;
    this.sinks = sinks;
  }

  @Override
  public Optional<ControlRecord> recall(String site) {
    Optional<byte[]> kept = Optional.ofNullable(store.get(key(site)));
    return kept.flatMap(bytes -> read(site, bytes));
  }

  private Optional<ControlRecord> read(String site, byte[] bytes) {
    try {
      ControlRecord record = Codecs.CONTROL_STATE.decode(bytes);
      if (record.site().equals(site)) {
        return Optional.of(record);
      }
      refuse(site, bytes, "the key says '" + site + "', the value '" + record.site() + "'");
    } catch (UnknownVersion other) {
      LOG.warn("site {} begins anew: {}", site, other.getMessage());
    } catch (MalformedRecord unreadable) {
      refuse(site, bytes, String.valueOf(unreadable.getMessage()));
    }
    return Optional.empty();
  }

  /** A store knows no offsets. */
  private void refuse(String site, byte[] bytes, String reason) {
    sinks.deadLetter(
        new Sinks.Found(
            AllocatorTopology.CONTROL_STORE,
            partition,
            0,
            Optional.of(site.getBytes(UTF_8)),
            Optional.of(bytes)),
        reason);
    forget(site);
  }

  @Override
  public void keep(ControlRecord record) {
    store.put(key(record.site()), Codecs.CONTROL_STATE.encode(record));
  }

  @Override
  public void forget(String site) {
    store.delete(key(site));
  }

  private static Bytes key(String site) {
    return Bytes.wrap(site.getBytes(UTF_8));
  }
}
